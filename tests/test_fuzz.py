"""Any file is answered: with a course, or with places and what to write. Never a traceback."""

from pathlib import Path

import pytest

from smartcorner.problems import Problem
from smartcorner.textfile import split_lines
from tests.support.fuzz import FILES, HOSTILE, STARTER, WORDS, answer, project
from tests.support.mutate import mutated, random_yaml

# Of each file and of random ones: in `make check`, and in `make test`, thousands in all.
FEW, MANY = 10, 740
FEW_WILD, MANY_WILD = 40, 3000


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("fuzz"))


def judge(root: Path, problems: tuple[Problem, ...]) -> None:
    """Check that each problem has its place, inside the file, and says what to write."""
    for problem in problems:
        assert problem.file is not None, problem
        assert problem.found.strip(), problem
        assert problem.expected.strip(), problem
        assert str(problem).isprintable(), problem
        path = root / problem.file
        if path.suffix in (".svg", ".png"):
            continue  # a picture is one thing
        assert problem.line, problem
        lines = split_lines(path.read_bytes().decode("utf-8", "replace"))
        assert 1 <= problem.line <= max(len(lines), 1), problem
        if path.suffix != ".po":
            assert problem.column, problem


def rounds(root: Path, name: str, seeds: range) -> None:
    path = root / name
    text = path.read_text("utf-8")
    for seed in seeds:
        raw = mutated(text, seed)
        try:
            problems = answer(root, path, raw)
            path.write_bytes(raw)
            judge(root, problems)
        except Exception as error:
            kept = root / f"refused-{Path(name).name}"
            kept.write_bytes(raw)
            raise AssertionError(f"{name}, seed {seed} (kept in {kept})") from error
        finally:
            path.write_text(text, "utf-8")


@pytest.mark.parametrize("name", FILES)
def test_changed_files_are_answered_with_places(root: Path, name: str) -> None:
    rounds(root, name, range(FEW))


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_thousands_of_changed_files_are_answered_with_places(root: Path, name: str) -> None:
    rounds(root, name, range(FEW, MANY))


def wild(root: Path, seeds: range) -> None:
    path = root / STARTER
    before = path.read_bytes()
    for seed in seeds:
        raw = random_yaml(WORDS, seed)
        problems = answer(root, path, raw)
        path.write_bytes(raw)
        try:
            judge(root, problems)
            assert any(problem.severity == "error" for problem in problems), seed
        finally:
            path.write_bytes(before)


def test_random_yaml_is_answered_with_places(root: Path) -> None:
    wild(root, range(FEW_WILD))


@pytest.mark.slow
def test_thousands_of_random_yaml_are_answered_with_places(root: Path) -> None:
    wild(root, range(FEW_WILD, MANY_WILD))


@pytest.mark.parametrize("raw", HOSTILE, ids=lambda raw: raw[:12].decode("latin-1"))
def test_a_hostile_file_is_answered(root: Path, raw: bytes) -> None:
    problems = answer(root, root / STARTER, raw)
    assert any(problem.severity == "error" for problem in problems)
