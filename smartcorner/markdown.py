"""Authors' Markdown: what is wrong with a text, and its HTML.

Besides plain Markdown a text may hold `{ref:card-stop}` (a published number or
link) and `[mute]{lang=en}` (a foreign word). Links go to the site's own pages.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin

from smartcorner.problems import Problem, near

PLACEHOLDER = re.compile(r"\{ref:([^{}\s]*)\}")
HEADING = "h3"  # the module's title is h1, a step's h2
_UNWANTED = {
    "em_open": ("italics are hard to read", "use **bold** or plain text"),
    "code_inline": ("computer code", "write plain text"),
    "code_block": ("a line that begins with 4 spaces", "remove the spaces"),
    "fence": ("computer code", "write plain text"),
    "image": ("an image inside a text", "use a `figure` block, which has `alt`"),
}
# One letter and a hyphen don't stand alone at a line's end: e-mail (outside of tags).
_ONE_LETTER = re.compile(r"\b(\w-\w+)\b(?![^<>]*>)")
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
    return parser.use(attrs_plugin, spans=True, allowed=["lang"])


def _tokens(text: str, *, inline: bool) -> list[Token]:
    return _parser().parseInline(text) if inline else _parser().parse(text)


def _flat(tokens: list[Token], line: int = 0) -> Iterator[tuple[Token, int]]:
    """Yield each token with the line (from 0) of its block; inline breaks count."""
    for token in tokens:
        here = token.map[0] if token.map else line
        yield token, here
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                here += 1
            yield child, here


def placeholders(text: str) -> list[str]:
    """Return the names of the references in a text, in order."""
    return PLACEHOLDER.findall(text)


def problems(
    text: str, *, inline: bool, references: Mapping[str, str], targets: Callable[[str], str | None]
) -> Iterator[Problem]:
    """Yield what is wrong with a text; `line_offset` counts lines from its first.

    `references` gives, by name, what forbids to publish a reference, or "".
    `targets(href)` returns what is wrong with a link's target, or None.
    """

    def wrong(line: int, found: str, expected: str) -> Problem:
        return Problem((), found, expected, line_offset=line)

    for number, row in enumerate(text.split("\n")):
        for name in placeholders(row):
            if name not in references:
                meant = near(name, references)
                fix = f"write {{ref:{meant}}}" if meant else "add it to modules/references.yml"
                yield wrong(number, f"no reference is called “{name}”", fix)
            elif references[name]:
                fix = "confirm it in modules/references.yml or write around it"
                yield wrong(number, f"reference “{name}” {references[name]}", fix)
    for token, line in _flat(_tokens(text, inline=inline)):
        if token.type == "link_open":
            why = targets(str(token.attrs["href"]))
            refused = (why, "link to a module (email-basics, email-basics#step) or use {ref:…}")
        else:
            refused = _refused(token)
        if refused[0]:
            yield wrong(line, refused[0], refused[1])


def _refused(token: Token) -> tuple[str | None, str]:
    """Return what is wrong with a piece of Markdown and what to write, or (None, "")."""
    if token.type in ("html_inline", "html_block"):
        tag = token.content.strip().split("\n")[0][:40]
        return f"raw HTML “{tag}” isn’t allowed", "write it in Markdown or leave it out"
    if token.type == "heading_open" and token.tag != HEADING:
        return f"a heading of level {token.tag[1]}", "begin the line with ### (3 signs)"
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
    tokens = _tokens(text, inline=inline)
    for token, _ in _flat(tokens):
        if token.type in ("html_inline", "html_block"):
            raise ValueError("raw HTML in an unchecked text")
        if token.type == "link_open":
            token.attrs["href"] = link(str(token.attrs["href"]))
    parser = _parser()
    made = parser.renderer.render(tokens, parser.options, {})

    def shown(match: re.Match[str]) -> str:
        reference = ref(match[1])
        words = f'<span class="nb">{escape(reference.value)}</span>'
        return f'<a href="{escape(reference.href)}">{words}</a>' if reference.href else words

    return _ONE_LETTER.sub(r'<span class="nb">\1</span>', PLACEHOLDER.sub(shown, made).strip())


def plain(text: str, *, ref: Callable[[str], Shown]) -> str:
    """Return the words of a text alone, for attributes, search and word counts."""
    words = "".join(
        " " if token.type in ("softbreak", "hardbreak", "paragraph_close") else token.content
        for token, _ in _flat(_tokens(text, inline=False))
        if token.type != "inline"
    )
    return PLACEHOLDER.sub(lambda match: ref(match[1]).value, words).strip()
