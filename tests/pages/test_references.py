"""Numbers and addresses that a guide or a template names."""

from pathlib import Path

import pytest

from smartcorner.check import Course
from smartcorner.pages import with_references, wrong_references
from smartcorner.problems import Refused
from smartcorner.render import Site
from smartcorner.translate import SOURCE

PAGE = Path("docs/help.md")


def test_a_guide_shows_a_reference_but_not_where_it_stands_as_code(our_course: Course) -> None:
    text = "Appelez le {ref:forem-phone}. Écrivez `{ref:card-stop}` ou `{ref:nobody}`."
    assert with_references(our_course, SOURCE, text) == (
        "Appelez le 0800/93 947. Écrivez `{ref:card-stop}` ou `{ref:nobody}`."
    )
    assert not wrong_references(our_course, PAGE, text)


def test_a_guide_that_names_an_unknown_one_is_told_its_line(our_course: Course) -> None:
    [problem] = wrong_references(our_course, PAGE, "# Aide\n\nAppelez le {ref:forem-fone}.\n")
    assert str(problem) == (
        "docs/help.md:3:1: no reference is called “forem-fone” → write {ref:forem-phone}"
    )


def test_so_is_a_template(our_course: Course) -> None:
    site = Site(our_course, our_course.languages[0])
    assert site.reference("forem-phone") == {"value": "0800/93 947", "href": "tel:080093947"}
    with pytest.raises(Refused, match="no reference is called “phone”"):
        site.reference("phone")
