"""HTML made lean: without what the theme adds in vain, or brought by one script a language.

What only scripts show (dialogs, templates, icons) would cost 3 KB on every page; as a
script it is fetched once for the whole site.
"""

import json
import re
from collections.abc import Iterable

import minify_html

# The theme's two hidden checkboxes: the standard has no `autocomplete` there. No block of
# its template lets us write them otherwise.
MISPLACED = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
# What the theme's template puts around a page for its own script: on learners' pages its
# checkboxes and their label, and boxes that hold nothing or <main> alone, do nothing.
UNUSED = re.compile(
    r'<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>'
    r'|<div data-md-component="(?:skip|announce)">\s*</div>'
    r'|<div class="md-container"[^>]*>|<div class="md-main__inner md-grid">|</div>(?=\s*</main>)'
    r'|</div>\s*<div class="md-dialog".*?</div>\s*</div>(?=\s*</body>)',
    re.DOTALL,
)
# End tags that say nothing, before what ends their element anyhow. Other optional ones
# stay: Chromium 69 needs the </p> before </dialog>.
IMPLIED = re.compile(
    r"</(?:li|option)>(?=<(?:li|option)\b|</(?:ul|ol|select)>)|</d[dt]>(?=<d[dt]\b|</(?:div|dl)>)"
    r"|</p>(?=<(?:p|ul|ol|dl|div|section|figure|h\d)\b|</(?:div|section|li|dd)>)"
)


def valid(html: str) -> str:
    """Return a page without what the theme writes against the HTML standard."""
    if 'id="__toc"' not in html:  # a page that the menu leaves out has a label for nothing
        html = html.replace(' for="__toc"', "")
    return MISPLACED.sub(r"\1", html)


def unthemed(html: str) -> str:
    """Return a learner's page without the parts of the theme that it doesn't use."""
    made = UNUSED.sub("", html)
    return made.replace('<main class="md-main" data-md-component="main">', "<main>")


def small(html: str) -> str:
    """Return HTML that a browser reads the same, without what it doesn't need."""
    made = minify_html.minify(html, keep_closing_tags=True, minify_doctype=False)
    return IMPLIED.sub("", made)


def script(parts: Iterable[str], change: str = "") -> str:
    """Return the script that adds pieces of HTML to a page (frontend/fragments.js).

    `change` names the function that works on them first.
    """
    html = literal(small("".join(parts)))
    return f"smartcornerWords({html}{change and f',{change}'});\n"


def literal(data: object) -> str:
    """Return data as a script writes it: JSON without the line ends that ES2018 knows more of."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", " ").replace("\u2029", " ")
