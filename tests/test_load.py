"""What is read from a YAML file, where it stands, and what is refused."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from smartcorner.load import MOST_NODES, MOST_PROBLEMS, Source, load
from smartcorner.problems import Problem, Refused

Read = Callable[[str | bytes], tuple[dict[str, object], Source]]
Refuse = Callable[[str | bytes], list[Problem]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(content: str | bytes) -> tuple[dict[str, object], Source]:
        raw = content if isinstance(content, bytes) else content.encode()
        path = tmp_path / "modules" / "a" / "module.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
        return load(path, tmp_path)

    return read


@pytest.fixture
def refuse(read: Read) -> Refuse:
    def refuse(content: str | bytes) -> list[Problem]:
        with pytest.raises(Refused) as caught:
            read(content)
        for problem in caught.value.problems:
            assert problem.file == Path("modules/a/module.yml")
            assert problem.expected
        return list(caught.value.problems)

    return refuse


def only(problems: list[Problem]) -> tuple[int | None, int | None, str]:
    """Return line, column and message of the one problem."""
    (problem,) = problems
    return problem.line, problem.column, problem.found


# ---- What is accepted ----


@pytest.mark.parametrize(
    "text", ["08", "yes", "1e3", "2.1", "0x1F", "12:30:00", "2026-11-02", "true", "No", "=", "1_0"]
)
def test_a_scalar_stays_the_text_that_was_written(read: Read, text: str) -> None:
    assert read(f"a: {text}\nb: [{text}]\n{text}: c\n")[0] == {"a": text, "b": [text], text: "c"}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL", "# a remark"])
def test_an_empty_scalar_is_none(read: Read, text: str) -> None:
    assert read(f"a: {text}\nb:\n  - {text}\n")[0] == {"a": None, "b": [None]}


def test_an_empty_text_in_quotes_is_a_text(read: Read) -> None:
    assert read("a: ''\nb: \"~\"\n")[0] == {"a": "", "b": "~"}


def test_byte_order_mark_and_windows_line_ends_are_accepted(read: Read) -> None:
    data, source = read(b"\xef\xbb\xbfa: x\r\nb: |\r\n  y\r\n  z\r\nc: 1\r\n")
    assert data == {"a": "x", "b": "y\nz\n", "c": "1"}
    assert source.position(Problem(("c",), "", "")) == (5, 4)
    assert source.position(Problem(("a",), "", "", on_key=True)) == (1, 1)


def test_a_first_document_may_be_marked(read: Read) -> None:
    assert read("# Module\n---\na: b\n...\n")[0] == {"a": "b"}


# ---- Where things stand ----

PLACES = """\
title: E-mail
steps:
  - id: write
    title: Écrire
    blocks:
      - text: |
          Un.

          Deux.
      - text: "Un
          deux"
      - quiz: {id: q, choices: [{text: "é", right: true}]}
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("title",), (1, 8)),
        (("level",), (1, 1)),
        (("steps",), (2, 1)),
        (("steps", 0), (3, 5)),
        (("steps", 0, "title"), (4, 12)),
        (("steps", 0, "setting"), (3, 5)),
        (("steps", 0, "blocks", 2, "quiz"), (12, 9)),
        (("steps", 0, "blocks", 2, "quiz", "choices", 0), (12, 33)),
        (("steps", 0, "blocks", 2, "quiz", "choices", 0, "right"), (12, 52)),
        (("steps", 0, "blocks", 2, "quiz", "choices", 7, "right"), (12, 23)),
        (("title", "deeper"), (1, 1)),
    ],
)
def test_a_path_has_a_line_and_a_column(
    read: Read, path: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    assert read(PLACES)[1].position(Problem(path, "", "")) == place


def test_a_problem_of_a_key_points_at_the_key(read: Read) -> None:
    problem = Problem(("steps", 0, "title"), "", "", on_key=True)
    assert read(PLACES)[1].position(problem) == (4, 5)


@pytest.mark.parametrize(
    ("block", "offset", "place"),
    [(0, 0, (7, 1)), (0, 2, (9, 1)), (0, 99, (9, 1)), (1, 0, (10, 15)), (1, 1, (11, 1))],
)
def test_a_line_inside_a_text_is_found(
    read: Read, block: int, offset: int, place: tuple[int, int]
) -> None:
    problem = Problem(("steps", 0, "blocks", block, "text"), "", "", line_offset=offset)
    assert read(PLACES)[1].position(problem) == place


def test_locating_adds_file_place_and_words(read: Read) -> None:
    source = read(PLACES)[1]
    problem = source.locate(Problem(("steps", 0, "title"), "“title” is long", "cut it"))
    assert str(problem) == (
        "modules/a/module.yml:4:12: step 1 « Écrire »: “title” is long → cut it"
    )
    assert source.locate(problem) is problem
    told = source.locate(Problem(("steps", 0, "title"), "too long", "cut it"))
    assert told.words == "step 1 « Écrire », title"


# ---- What is refused ----


def test_a_duplicate_key_says_where_the_first_stands(refuse: Refuse) -> None:
    found = only(refuse("title: a\nlevel: b\ntitle: c\n"))
    assert found == (3, 1, "“title” stands twice here, first in line 1")


def test_all_problems_of_a_file_are_told_at_once(refuse: Refuse) -> None:
    problems = refuse("a: 1\na: 2\nb: !x y\nc: &z 1\nd: *z\n<<: {e: f}\n? [g]\n: h\ni: 'j' k\n")
    assert [problem.line for problem in problems] == [2, 3, 4, 5, 6, 7, 9]


def test_bad_utf8_says_where(refuse: Refuse) -> None:
    line, column, found = only(refuse(b"a: x\nb: caf\xe9\n"))
    assert (line, column) == (2, 7)
    assert "UTF-8" in found
    assert "UTF-16" in only(refuse("a: é".encode("utf-16")))[2]


@pytest.mark.parametrize("char", ["\0", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "\uffff"])
def test_invisible_characters_are_refused(refuse: Refuse, char: str) -> None:
    assert only(refuse(f"a: x\nb: y{char}z\n"))[:2] == (2, 5)
    escaped = f'a: x\nb: "y\\U{ord(char):08x}"\n'
    assert only(refuse(escaped))[:2] == (2, 4)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("", "empty"),
        ("# only\n", "empty"),
        ("---\n", "empty"),
        ("- a\n- b\n", "a list"),
        ("a", "a text"),
    ],
)
def test_a_file_that_holds_no_keys_is_refused(refuse: Refuse, content: str, what: str) -> None:
    line, column, found = only(refuse(content))
    assert what in found
    assert line
    assert column == 1


def test_a_list_is_located_where_it_begins(refuse: Refuse) -> None:
    assert only(refuse("# a\n\n  - b\n"))[:2] == (3, 3)


def test_several_documents_are_refused(refuse: Refuse) -> None:
    assert only(refuse("a: b\n---\nc: d\n"))[:2] == (2, 1)


def test_directives_are_refused(refuse: Refuse) -> None:
    assert "%" in only(refuse("%TAG ! tag:example.org,2000:\n---\na: b\n"))[2]


def test_an_alias_bomb_is_refused(refuse: Refuse) -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refuse(bomb)[0].line == 1


@pytest.mark.parametrize(
    "nested",
    [
        "a: " + "[" * 10_000,
        "a: " + "{b: " * 10_000,
        "a: " + "[" * 10_000 + "]" * 10_000,
        "- " * 10_000 + "a",
        "? " * 10_000 + "a",
        "".join(" " * depth + "a:\n" for depth in range(1000)),
    ],
)
def test_deep_nesting_is_refused(refuse: Refuse, nested: str) -> None:
    assert "levels" in refuse(nested)[-1].found


def test_too_many_entries_are_refused(refuse: Refuse) -> None:
    assert "too much" in only(refuse("a: [" + "b, " * MOST_NODES + "]"))[2]


def test_nobody_reads_a_thousand_problems(refuse: Refuse) -> None:
    problems = refuse("a: 1\n" * 1000)
    assert len(problems) == MOST_PROBLEMS + 1
    assert any("there is more" in problem.found for problem in problems)


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "module.yml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(Refused, match=r"module\.yml:1:1: the file has 50\.0 MB"):
        load(path, tmp_path)


def test_what_isnt_a_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # opening it would wait for ever
    with pytest.raises(Refused, match="isn’t a file"):
        load(tmp_path / "pipe", tmp_path)
    with pytest.raises(Refused, match="isn’t a file"):
        load(tmp_path)
    with pytest.raises(Refused, match="no such file"):
        load(tmp_path / "none.yml", Path("elsewhere"))
