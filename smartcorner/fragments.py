"""HTML that only scripts show (dialogs, templates, icons), as one script a language.

It would cost 3 KB on every page; as a script it is fetched once for the whole site.
"""

import json
from collections.abc import Iterable

import minify_html


def small(html: str) -> str:
    """Return HTML that a browser reads the same, without what it doesn't need."""
    return minify_html.minify(html, keep_closing_tags=True, minify_doctype=False)


def script(parts: Iterable[str]) -> str:
    """Return the script that adds pieces of HTML to a page (frontend/fragments.js)."""
    return f"smartcornerWords({literal(small(''.join(parts)))});\n"


def literal(data: object) -> str:
    """Return data as a script writes it: JSON without the line ends that ES2018 knows more of."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", " ").replace("\u2029", " ")
