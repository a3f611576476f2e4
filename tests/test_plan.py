"""A lesson's running order: what is refused, and what it becomes without one."""

import json
from pathlib import Path
from typing import Any

import pytest

from smartcorner.check import Course, check
from smartcorner.kinds import discover
from smartcorner.pages import modulepage
from smartcorner.problems import Refused
from smartcorner.render import Site
from tests.tiny import MODULE, project, said

ORDER = """\
lesson:
  - {do: talk, minutes: 5, text: "Bonjour !"}
  - {do: group, step: read, minutes: 20}
  - {do: pause, minutes: 10}
  - {do: alone, step: answer, minutes: 15, text: "Répondez."}
"""


def course(root: Path, order: str) -> Course:
    """Return a course of one module with a running order."""
    return check(project(root, mail=MODULE + order), discover(), translations="none")


def lesson(made: Course) -> Any:
    """Return what the module's lesson script holds."""
    (module,) = made.modules["fr"]
    site = Site(made, made.languages[0])
    site.open("modules/mail.html")
    script = modulepage.ModulePage(site, module, module).lesson()
    return json.loads(script.partition("(")[2].rpartition(")")[0])


def test_a_running_order_reaches_the_lesson_in_its_order(tmp_path: Path) -> None:
    assert lesson(course(tmp_path, ORDER))["plan"] == [
        {"do": "talk", "minutes": 5, "text": "Bonjour\u00a0!"},
        {"do": "group", "minutes": 20, "step": "read"},
        {"do": "pause", "minutes": 10},
        {"do": "alone", "minutes": 15, "step": "answer", "text": "Répondez."},
    ]


def test_without_a_running_order_the_group_follows_the_steps(tmp_path: Path) -> None:
    plan = lesson(course(tmp_path, ""))["plan"]
    assert [(moment["do"], moment["step"]) for moment in plan] == [
        ("group", "read"),
        ("group", "answer"),
    ]


def test_an_element_of_its_own_has_a_screen_of_its_own(tmp_path: Path) -> None:
    steps = lesson(course(tmp_path, ""))["steps"]
    assert steps["read"]["normal"] == [[3, 0, 0, 0, 0], [2, 0, 1, 0, 0]]  # a text, a checklist
    assert steps["answer"]["normal"] == [[2, 0, 0, 0, 0]]  # a question


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("step: read", "step: raed", "no step is called “raed” → write “read”"),
        ("  - {do: group, step: read, minutes: 20}\n", "", "leaves out the step “read”"),
        (', text: "Répondez."', "", "“alone” needs a text"),
        ("{do: pause,", "{do: pause, step: read,", "“pause” has no step"),
        ("group, step: read, minutes: 20", "group, minutes: 20", "“group” needs a step"),
        ("minutes: 15", "minutes: 90", "minutes"),
        ("do: talk", "do: chat", "chat"),
    ],
)
def test_a_running_order_that_is_wrong_is_refused_with_its_line(
    tmp_path: Path, before: str, after: str, told: str
) -> None:
    assert before in ORDER
    with pytest.raises(Refused) as refused:
        course(tmp_path, ORDER.replace(before, after))
    assert told in said(refused.value.problems)
    assert "modules/mail/module.yml:" in said(refused.value.problems)


def test_more_than_90_minutes_only_warn(tmp_path: Path) -> None:
    made = course(tmp_path, ORDER.replace("20}", "60}").replace("15,", "16,"))
    assert "takes 91 minutes → make it 90 minutes at most" in said(made.warnings)
