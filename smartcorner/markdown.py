"""Authors' Markdown: what is wrong with a text, and its HTML.

Besides plain Markdown a text may hold `{ref:card-stop}` (a published number or
link) and `[mute]{lang=en}` (a foreign word). Links go to the site's own pages.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin

from smartcorner.problems import Problem, near
from smartcorner.quick import html as quick_html
from smartcorner.quick import lists as quick_lists
from smartcorner.quick import plain as quick_plain
from smartcorner.quick import rows

PLACEHOLDER = re.compile(r"\{ref:([^{}\s]*)\}")
HEADING = "h3"  # the module's title is h1, a step's h2
_UNWANTED = {
    "em_open": ("italics are hard to read", "use **bold** or plain text"),
    "code_inline": ("words between ` signs", "take the ` signs away"),
    "code_block": ("a line that begins with 4 spaces", "remove the spaces"),
    "fence": ("lines between ``` signs", "take the ` signs away"),
    "image": ("an image inside a text", "use a `figure` block, which has `alt`"),
}
# One letter and a hyphen don't stand alone at a line's end: e-mail (outside of tags).
_ONE_LETTER = re.compile(r"\b(\w-\w+)\b(?![^<>]*>)")
_UNBROKEN = r'<span class="nb">\1</span>'
_LANG = re.compile(r"[a-z]{2}(-[A-Z]{2})?")


@dataclass(frozen=True)
class Shown:
    """A reference as a page shows it: its text, and where it leads (or nowhere)."""

    value: str
    href: str | None = None


def _any_link(url: str) -> bool:  # noqa: ARG001
    return True


@cache
def _parser() -> MarkdownIt:
    # html=True only to see raw HTML and refuse it; nothing refused is ever rendered.
    parser = MarkdownIt("commonmark", {"html": True, "typographer": False})
    # Links are judged by `problems`, which says what is wrong with them.
    parser.validateLink = _any_link  # type: ignore[method-assign]
    parser.add_render_rule("link_open", _link_open)
    return parser.use(attrs_plugin, spans=True, allowed=["lang"])


def _link_open(_: object, tokens: Sequence[Token], n: int, __: object, env: Any) -> str:
    attrs = tokens[n].attrs | {"href": env["link"](str(tokens[n].attrs["href"]))}
    written = " ".join(f'{name}="{escapeHtml(str(value))}"' for name, value in attrs.items())
    return f"<a {written}>"


@lru_cache(maxsize=512)  # a text is checked, shown and searched: it is parsed once
def _tokens(text: str, *, inline: bool) -> Sequence[Token]:
    """Return what the parser makes of a text, for reading only."""
    return tuple(_parser().parseInline(text) if inline else _parser().parse(text))


def _flat(tokens: Iterable[Token], line: int = 0) -> Iterator[tuple[Token, int]]:
    """Yield each token with the line (from 0) of its block; inline breaks count."""
    for token in tokens:
        here = token.map[0] if token.map else line
        yield token, here
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                here += 1
            yield child, here


class Passage(NamedTuple):
    """A paragraph, a heading or a line of a list, as people read it.

    `own` leaves out words of another language and what stands for a reference.
    `line` counts from 0, inside the text; a line break stays one.
    """

    words: str
    own: str
    line: int = 0


class Listed(NamedTuple):
    """A list: whether its lines are numbered, how many there are, and its line from 0."""

    numbered: bool
    length: int
    line: int


def passages(text: str, *, inline: bool) -> tuple[list[Passage], list[Listed]]:
    """Return what people read of a text, and its lists."""
    if (quick := rows(text, inline=inline)) is not None:
        read = [Passage(row.words, row.words, row.line) for row in quick]
        return read, [] if inline else [Listed(*one) for one in quick_lists(quick)]
    found: list[Passage] = []
    lists: list[Listed] = []
    tokens = _tokens(text, inline=inline)
    for n, token in enumerate(tokens):
        line = token.map[0] if token.map else 0
        if token.type == "inline":
            found.append(_passage(token, line))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            inside = range(n, tokens.index(_closing(tokens, n)))
            length = sum(
                tokens[m].type == "list_item_open" and tokens[m].level == token.level + 1
                for m in inside
            )
            lists.append(Listed(token.type == "ordered_list_open", length, line))
    return found, lists


def _closing(tokens: Sequence[Token], opened: int) -> Token:
    """Return the token that closes what an earlier one opens."""
    level = tokens[opened].level
    return next(t for t in tokens[opened + 1 :] if t.level == level and t.nesting == -1)


def _passage(token: Token, line: int) -> Passage:
    words, own, foreign = [], [], False
    for child in token.children or ():
        if child.type.startswith("span_"):
            foreign = child.type == "span_open"
        shown = "\n" if child.type in ("softbreak", "hardbreak") else child.content
        words.append(shown)
        own.append(" " if foreign else shown)
    return Passage("".join(words), PLACEHOLDER.sub(" ", "".join(own)), line)


def placeholders(text: str) -> list[str]:
    """Return the names of the references in a text, in order."""
    return PLACEHOLDER.findall(text)


def unpublished(text: str, references: Mapping[str, str]) -> Iterator[Problem]:
    """Yield each reference of a text that can't be shown; `line_offset` counts its lines.

    `references` gives, by name, what forbids to publish a reference, or "".
    """
    for number, row in enumerate(text.split("\n")):
        for name in placeholders(row):
            if name not in references:
                meant = near(name, references)
                found = f"no reference is called “{name}”"
                fix = f"write {{ref:{meant}}}" if meant else "add it to modules/references.yml"
            elif why := references[name]:
                found = f"reference “{name}” {why}"
                fix = "confirm it in modules/references.yml or write around it"
            else:
                continue
            yield Problem((), found, fix, line_offset=number)


def problems(
    text: str,
    *,
    inline: bool,
    references: Mapping[str, str],
    targets: Callable[[str], Problem | None],
) -> Iterator[Problem]:
    """Yield what is wrong with a text; `line_offset` counts lines from its first.

    `references` are those of `unpublished`;
    `targets(href)` returns what is wrong with a link's target, or None.
    """
    if rows(text, inline=inline) is not None:
        return
    yield from unpublished(text, references)
    for token, line in _flat(_tokens(text, inline=inline)):
        if token.type == "link_open":
            if problem := targets(str(token.attrs["href"])):
                yield problem.replace(line_offset=line)
            continue
        found, fix = _refused(token)
        if found:
            yield Problem((), found, fix, line_offset=line)


def _refused(token: Token) -> tuple[str | None, str]:
    """Return what is wrong with a piece of Markdown and what to write, or (None, "")."""
    if token.type in ("html_inline", "html_block"):
        tag = token.content.strip().split("\n")[0][:40]
        return f"“{tag}” is code of web pages", "take it away; **two stars** make a word bold"
    if token.type == "heading_open" and token.tag != HEADING:
        return f"a title of level {token.tag[1]}", "begin its line with ### (3 signs)"
    if token.type == "span_open" and not _LANG.fullmatch(str(token.attrs.get("lang", ""))):
        return "words in [ ] without their language", "write [mute]{lang=en}"
    return _UNWANTED.get(token.type, (None, ""))


def html(
    text: str,
    *,
    inline: bool,
    ref: Callable[[str], Shown],
    link: Callable[[str], str],
) -> str:
    """Return a checked text's HTML, with references and links filled in.

    Raises:
        ValueError: the text holds raw HTML, which `problems` refuses.
    """
    if quick := rows(text, inline=inline):
        return _unbroken(quick_html(quick, inline=inline))
    tokens = _tokens(text, inline=inline)
    if any(token.type in ("html_inline", "html_block") for token, _ in _flat(tokens)):
        raise ValueError("raw HTML in an unchecked text")
    parser = _parser()
    made = parser.renderer.render(tokens, parser.options, {"link": link})

    def shown(match: re.Match[str]) -> str:
        reference = ref(match[1])
        words = f'<span class="nb">{escape(reference.value)}</span>'
        return f'<a href="{escape(reference.href)}">{words}</a>' if reference.href else words

    return _unbroken(PLACEHOLDER.sub(shown, made).strip())


def _unbroken(html: str) -> str:
    return _ONE_LETTER.sub(_UNBROKEN, html) if "-" in html else html


def plain(text: str, *, ref: Callable[[str], Shown]) -> str:
    """Return the words of a text alone, for attributes, search and word counts."""
    if quick := rows(text, inline=False):
        return quick_plain(quick)
    return PLACEHOLDER.sub(lambda match: ref(match[1]).value, _words(text))


def _words(text: str) -> str:
    """Return the words that the parser finds in a text."""
    return "".join(
        " " if token.type in ("softbreak", "hardbreak", "paragraph_close") else token.content
        for token, _ in _flat(_tokens(text, inline=False))
        if token.type != "inline"
    ).strip()
