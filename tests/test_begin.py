"""`new`: a module that is right as it is, or a refusal with what to write."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartcorner.check import check
from smartcorner.cli import main
from smartcorner.kinds import discover
from smartcorner.translate import SOURCE
from tests.support.sites import ROOT

KINDS = discover()
# Simulations are begun from their example on the reference page: each needs a world.
SHOWN = {"text", "figure", "words", "example", "checklist", "quiz", "warning", "tip", "remember"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that holds only our references."""
    (tmp_path / "modules").mkdir()
    shutil.copy(ROOT / "modules/references.yml", tmp_path / "modules")
    return tmp_path


def test_a_new_module_is_right_and_shows_every_plain_kind(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "video-cv", "--title", 'Le « CV » "filmé" : début'], root) == 0
    assert "modules/video-cv/" in capsys.readouterr().out
    course = check(root, KINDS)
    assert not course.warnings
    (module,) = course.modules[SOURCE]
    assert (module.id, module.title) == ("video-cv", 'Le « CV » "filmé" : début')
    assert {block.kind for step in module.steps for block in step.blocks} >= SHOWN


def test_two_new_modules_stand_side_by_side(root: Path) -> None:
    assert main(["new", "one"], root) == 0
    assert main(["new", "two"], root) == 0
    assert len(check(root, KINDS).modules[SOURCE]) == 2


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("Mon Module", "“mon-module”"),
        ("email_basics", "“email-basics”"),
        ("../secret", "“secret”"),
        ("", "such as “video-cv”"),
        ("!!!", "such as “video-cv”"),
        ("a" * 41, "40 characters"),
        ("taken", "modules/taken/module.yml"),
    ],
)
def test_a_wrong_or_taken_name_is_refused_with_the_fix(
    root: Path, name: str, fix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "modules/taken").mkdir()
    before = sorted(root.rglob("*"))
    assert main(["new", name], root) == 2
    assert fix in capsys.readouterr().err
    assert [path for path in sorted(root.rglob("*")) if path not in before] == []


@pytest.mark.parametrize(
    "title", ["", "  ", "deux\nlignes", "un <b>mot</b>", "[lien](x)", "MON CV"]
)
def test_a_title_that_is_none_is_refused(root: Path, title: str) -> None:
    assert main(["new", "mine", "--title", title], root) == 2
    assert not (root / "modules/mine").exists()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(min_size=1, max_size=60))
def test_any_title_is_written_whole_or_refused(root: Path, title: str) -> None:
    shutil.rmtree(root / "modules/mine", ignore_errors=True)
    if main(["new", "mine", f"--title={title}"], root) == 0:
        assert check(root, KINDS).modules[SOURCE][0].title == title.strip()
    assert not list((root / ".cache").glob("*"))
