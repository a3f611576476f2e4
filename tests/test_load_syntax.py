"""What a trainer is told when YAML can't be understood; what strange files do."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smartcorner.load import load
from smartcorner.problems import Problem, Refused
from tests.support.fuzz import SLOW, answered


def refused(path: Path, content: str | bytes) -> tuple[Problem, ...]:
    """Return what is wrong with a file of that content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    try:
        load(path, path.parent)
    except Refused as refusal:
        return refusal.problems
    return ()


@pytest.mark.parametrize(
    ("content", "line", "column", "found", "fix"),
    [
        ("\ttitle: a\n", 1, 1, "a tab", "spaces instead"),
        ("a:\n\tb: c\n", 2, 1, "a tab", "spaces instead"),
        ("a:\n  b: c\n\td: e\n", 3, 1, "a tab", "spaces instead"),
        ("a: |\n  b\n\tc\n", 3, 1, "a tab", "spaces instead"),
        ("-\ta\n", 1, 2, "a tab", "spaces instead"),
        ("a: b : c\n", 1, 4, "a colon and a space", '"b : c"'),
        ("- a: b: c\n", 1, 6, "a colon and a space", '"b: c"'),
        ('a: "b" : "c"\n', 1, 4, "a colon and a space", "between quotes"),
        ("title:a\nb: c\n", 1, 1, "the colon after “title” needs a space", "“title: a”"),
        ("a: b\n\nc\nd: e\n", 3, 1, "“c” is neither", "“key: …” or “- …”"),
        ("a\nb: c\n", 1, 1, "“a” is neither", "“key: …” or “- …”"),
        ("a:\n  - b\n  -c\n", 3, 3, "a “-” needs a space", "“- c”"),
        ("a: b\n  c: d\n", 2, 3, "too far to the right", "no spaces"),
        ("a:\n  b: c\n   d: e\n", 3, 4, "too far to the right", "under “b”, with 2 spaces"),
        ("a:\n    b: c\n  d: e\n", 3, 3, "the 2 spaces before", "write 0 or 4"),
        ("a:\n  b: c\n d: e\n", 3, 2, "the 1 space before", "write 0 or 2"),
        ("a:\n  - b: c\n    d: e\n   f: g\n", 4, 4, "the 3 spaces", "write 2 or 4"),
        ("a: |\n   b\n  c\n", 3, 3, "the 2 spaces before", "write 0 or 3"),
        ("- a\nb: c\n", 2, 1, "doesn’t fit under", "key"),
        ("a: b\n- c\n", 2, 1, "an entry of a list can’t", "a text or a list"),
        ("  a: b\nc: d\n", 2, 1, "outside", "column 1"),
        (": b\n", 1, 1, "no key before the colon", "“key: …”"),
        ('"": b\n', 1, 1, "no key before the colon", "“key: …”"),
        ('a: "b\nc: d\n', 1, 4, 'the quote " that opens here is never', 'write "'),
        ("a: 'b\nc: d\n", 1, 4, "the quote ' that opens here is never", "write '"),
        ('a: "b\nc: "d"\n', 1, 4, "isn’t closed on its line", 'write "'),
        ('a: "b "c" d"\n', 1, 8, "goes on after its closing quote", "« »"),
        ("a: 'l'objet'\n", 1, 7, "goes on after its closing quote", "’"),
        ('a: "\\d"\n', 1, 5, "a “\\” has a meaning", "single quotes"),
        ("a: - b\n", 1, 4, "can’t begin behind its key", "a line of its own"),
        ("a: -\n", 1, 4, "a text that is “-”", '"-"'),
        ("a: | b\n", 1, 6, "nothing can stand behind “|”", "next line"),
        ("a: [b\nc: d\n", 1, 4, "the “[” that opens here", "write “]”"),
        ("a: {b\nc: d\n", 1, 4, "the “{” that opens here", "write “}”"),
        ('a: {b: "c, d: e}\nf: {g: "h"}\n', 1, 4, 'a quote " in this line', 'write "'),
        ("a: [b] c\n", 1, 4, "begins with “[” needs quotes", '"[b] c"'),
        ("a: {ref:b} c\n", 1, 4, "begins with “{” needs quotes", '"{ref:b} c"'),
        ("- {ref:b} c\n", 1, 3, "begins with “{” needs quotes", '"{ref:b} c"'),
        ("a: [", 1, 5, "the file ends", "close each"),
        ("- 'b' c\n", 1, 7, "goes on after its closing quote", "« »"),
        ("{a}: b\n", 1, 1, "begins with “{” needs quotes", '"{a}: b"'),
        ("a: **b** c\n", 1, 4, "begins with “*” needs quotes", '"**b** c"'),
        ("a: *b\n", 1, 4, "begins with “*” needs quotes", '"*b"'),
        ("*a : b\n", 1, 1, "begins with “*” needs quotes", '"*a : b"'),
        ("a: &b c\n", 1, 4, "begins with “&” needs quotes", '"&b c"'),
        ("a: & b\n", 1, 4, "begins with “&” needs quotes", '"& b"'),
        ("a: !b c\n", 1, 4, "begins with “!” needs quotes", '"!b c"'),
        ("a: ! b\n", 1, 4, "begins with “!” needs quotes", '"! b"'),
        ("a: !<b c\n", 1, 4, "begins with “!” needs quotes", '"!<b c"'),
        ("a: !!python/object:os.system {}\n", 1, 4, "begins with “!”", "quotes"),
        ("a: @b\n", 1, 4, "begins with “@” needs quotes", '"@b"'),
        ("a: `b`\n", 1, 4, "begins with “`” needs quotes", '"`b`"'),
        ("a: %b\n", 1, 4, "begins with “%” needs quotes", '"%b"'),
        ("%b: c\n", 1, 1, "begins with “%” needs quotes", '"%b: c"'),
        ("a: ? b\n", 1, 4, "begins with “?” needs quotes", '"? b"'),
        ("a: , b\n", 1, 4, "begins with “,” needs quotes", '", b"'),
        ("<<: {a: b}\n", 1, 1, "“<<” has no meaning", "the keys themselves"),
        ("k" * 2000 + ": a\n", 1, 2001, "can’t be understood", "quotes"),
    ],
)
def test_the_usual_causes_are_told_with_what_to_write(
    tmp_path: Path, content: str, line: int, column: int, found: str, fix: str
) -> None:
    (problem,) = refused(tmp_path / "module.yml", content)
    assert found in problem.found
    assert fix in problem.expected
    assert (problem.line, problem.column) == (line, column)


def test_a_problem_inside_a_step_is_placed_in_words(tmp_path: Path) -> None:
    content = "steps:\n  - title: Écrire\n    blocks:\n      - tip: *x\n"
    (problem,) = refused(tmp_path / "module.yml", content)
    assert problem.words == "step 1 « Écrire », tip"


# Pieces that mean something to YAML, so that nonsense gets further than line 1.
signs = "abé08 \t\n\r:-?[]{},&*!|>'\"%@`#~<=\\.\0\x85\u2028"
words = ["\n  ", "\n- ", "a: ", ": ", "\n---\n", "\n...\n", "%YAML 1.1\n", "%TAG", "!!"]
more = ["<<: ", "\\u", "\\x0", "|2\n", ">-\n", "\ufeff"]
pieces = st.sampled_from([*signs, *words, *more])
yamlish = st.lists(pieces, max_size=60).map("".join)


@settings(max_examples=500)
@example(content="---")
@given(st.one_of(yamlish, st.text(), st.binary()))
def test_whatever_a_file_holds_is_read_or_refused_with_a_place(
    tmp_path_factory: pytest.TempPathFactory, content: str | bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "strange.yml"
    raw = content if isinstance(content, bytes) else content.encode(errors="surrogatepass")
    lines = len(raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
    for problem in refused(path, raw):
        assert problem.line is not None
        assert problem.column is not None
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.found
        assert problem.expected


@pytest.mark.parametrize("content", SLOW)
def test_a_file_made_to_be_slow_is_refused(tmp_path: Path, content: str) -> None:
    with answered():
        assert refused(tmp_path / "slow.yml", content)
