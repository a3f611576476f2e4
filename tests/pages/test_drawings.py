from pathlib import Path

from smartcorner.check import Course
from smartcorner.pages import drawings
from tests.support.course import contents_of


def test_a_drawing_on_paper_is_its_lines_alone() -> None:
    drawn = '<path fill="#C4583E" stroke="#1F2430"/><path fill="none" stroke="#82755F"/>'
    assert drawings.lines(drawn) == (
        '<path fill="#FFFFFF" stroke="#000000"/><path fill="none" stroke="#FFFFFF"/>'
    )


def test_only_drawings_have_a_version_in_lines() -> None:
    assert drawings.line_name("media/cover.svg") == "media/cover-line.svg"
    assert drawings.line_name("photo.jpg") == "photo.jpg"


def test_each_cover_has_its_lines_beside_it(our_course: Course) -> None:
    made = drawings.of_sheets(our_course, contents_of(our_course).drawn())
    for module in our_course.modules["fr"]:
        cover = f"modules/{module.id}/{Path(module.picture).stem}-line.svg"
        assert b"#1F2430" not in made[cover]
    assert "assets/drawings/mark-line.svg" in made
