"""HTML that only scripts show (dialogs, templates), as one script a language.

It would cost 3 KB on every page; as a script it is fetched once for the whole site.
"""

import json
from collections.abc import Iterable
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "source"})

Node = str | list[object]


class _Tree(HTMLParser):
    """Turns HTML into nested lists: [name, {attributes}, child, …] or a text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.nodes: list[object] = []
        self._open: list[list[object]] = [self.nodes]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element inside the one that is open."""
        # The parser writes names in lower case; SVG's viewBox is the one that minds.
        named = {"viewBox" if key == "viewbox" else key: value or "" for key, value in attrs}
        node: list[object] = [tag, named]
        self._open[-1].append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Add an element that holds nothing (`<use/>`)."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element of this name."""
        if tag in VOID:
            return
        while self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Add a text; white space between elements shrinks to one space."""
        if data.strip():
            self._open[-1].append(data)
        elif len(self._open) > 1 and "\n" not in data:
            self._open[-1].append(" ")


def tree(html: str) -> list[object]:
    """Return HTML as nested lists, which `fragments.js` makes elements of."""
    parser = _Tree()
    parser.feed(html)
    parser.close()
    return parser.nodes


def script(parts: Iterable[str]) -> str:
    """Return the script that adds pieces of HTML to a page, now or once it can."""
    nodes = [node for part in parts for node in tree(part)]
    data = json.dumps(nodes, ensure_ascii=False, separators=(",", ":"))
    data = data.replace("\u2028", " ").replace("\u2029", " ")
    return f"smartcornerWords({data});\n"
