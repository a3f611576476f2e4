"""Modules in other languages: gettext catalogues beside each module, by path of ids.

French is the source. A module's texts stand in `modules/<id>/<locale>.po`, the
interface's in `smartcorner/locales/<locale>.po` and each kind's `locales/`.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from smartcorner.catalogue import read
from smartcorner.kinds import mapped, texts
from smartcorner.kinds.naming import IN_TEXT
from smartcorner.markdown import placeholders
from smartcorner.model import Module
from smartcorner.problems import Problem, Refused
from smartcorner.references import SOURCE

COMPLETE = ("fr", "en")  # the languages in which a missing text fails the build


class Foreign(str):
    """A text that is shown in French on a page of another language."""

    __slots__ = ()


@dataclass(frozen=True)
class Language:
    """A language of the site: its tag, its own name and its writing direction."""

    tag: str
    name: str
    dir: str


def language(tag: str) -> Language:
    """Return what the site says of a language.

    Raises:
        ValueError, babel.UnknownLocaleError: no such language.
    """
    locale = Locale.parse(tag, sep="-")
    name = (locale.display_name or tag).split(" (")[0]
    return Language(tag, name[:1].upper() + name[1:], locale.text_direction)


def context(ids: Iterable[str]) -> str:
    """Return a path of ids as a catalogue's context: `ready/subject/text`."""
    return "/".join(ids)


@dataclass(frozen=True)
class Entry:
    """A text to translate: its context, the French words and a note for the translator."""

    context: str
    text: str
    note: str = ""
    plural: str = ""


KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


MARKED = re.compile(rb"(?<![\w.])_\(")  # Python that marks a text for the catalogues


def extracted(*folders: Path) -> list[Entry]:
    """Return the entries of folders' templates and models, by file and line, each once.

    A template's comment that begins with `note:` is for the translator.
    """
    found: dict[tuple[str, str], Entry] = {}
    inside = (sorted([*folder.glob("*.html"), *folder.glob("*.py")]) for folder in folders)
    for path in itertools.chain.from_iterable(inside):
        is_code = path.suffix == ".py"
        if is_code and not MARKED.search(path.read_bytes()):
            continue
        with path.open("rb") as file:
            rows = extract(
                "python" if is_code else "jinja2.ext:babel_extract",
                file,
                keywords=KEYWORDS,
                comment_tags=("note:",),
                options={"newstyle_gettext": "true", "trimmed": "false", "silent": "false"},
            )
            for _, message, comments, where in rows:
                one, plural = message if isinstance(message, tuple) else (message, "")
                note = " ".join(comments).removeprefix("note:").strip()
                found.setdefault((where or "", one), Entry(where or "", one, note, plural))
    return list(found.values())


def _drawn(text: str) -> set[str]:
    """Return the names in a text of a simulation: `{employer.first}`."""
    return {match[0] for match in IN_TEXT.finditer(text)}


def entries(module: Module) -> Iterator[Entry]:
    """Yield the entries of a module's catalogue in reading order, each once."""
    seen: set[tuple[str, str]] = set()
    for text in texts(module):
        key = (context(text.ids), text.value)
        if key in seen:
            continue
        seen.add(key)
        notes = ["Markdown"] if text.rule.form == "markdown" else []
        if text.rule.feedback:
            notes.append("said after the answer; name something in the choice")
        if names := placeholders(text.value):
            notes.append("keep as it is: " + ", ".join(f"{{ref:{name}}}" for name in names))
        if drawn := sorted(_drawn(text.value)):
            notes.append("keep as it is: " + ", ".join(drawn))
        yield Entry(*key, "; ".join(notes))


def _said(message: Message) -> bool:
    """Return whether a message is translated, in each of its plural forms."""
    string = message.string
    return all(string) if isinstance(string, (list, tuple)) else bool(string)


def updated(old: Catalog, wanted: Iterable[Entry], tag: str) -> Catalog:
    """Return a catalogue of exactly the wanted entries with their known translations.

    A text whose French changed keeps its former translation, marked fuzzy, with
    the French that it translated.
    """
    new = Catalog(
        locale=tag.replace("-", "_"), project="SmartCorner", charset="utf-8", header_comment=""
    )
    new.fuzzy = False
    stale: dict[str, Message] = {}
    wanted = list(wanted)
    current = {(entry.context, entry.text) for entry in wanted}
    for message in old:
        if message.context and message.string and (message.context, message.id) not in current:
            stale.setdefault(message.context, message)
    for entry in wanted:
        known = old.get(entry.text, entry.context or None)
        former = stale.get(entry.context)
        message = new.add(
            (entry.text, entry.plural) if entry.plural else entry.text,
            context=entry.context or None,
            auto_comments=[entry.note] if entry.note else [],
        )
        if known and _said(known):
            message.string = known.string
            # Babel reads the French of a stale text back as a comment: `#| msgid "…"`.
            own = [said for said in known.user_comments if not said.startswith("|")]
            message.user_comments = own
            message.flags = set(known.flags)
            message.previous_id = known.previous_id
        elif former:
            message.string = former.string
            message.flags.add("fuzzy")
            message.previous_id = [str(former.id)]
            message.user_comments = former.user_comments
    return new


_NO_WRAP = 1_000_000  # with 0, comments would be wrapped, and not come back as they were


def written(catalog: Catalog) -> bytes:
    """Return a catalogue as a PO file; the same catalogue always gives the same bytes."""
    out = BytesIO()
    write_po(out, catalog, omit_header=True, include_previous=True, width=_NO_WRAP)
    head = (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: SmartCorner\\n"\n'
        f'"Language: {catalog.locale_identifier}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    return head.encode() + out.getvalue()


def translated(
    module: Module, catalog: Catalog, tag: str
) -> tuple[Module, list[tuple[int, Problem]]]:
    """Return a module in another language, and each problem with its line in the catalogue.

    A text that is missing, stale (fuzzy) or whose placeholders differ stays
    French, as `Foreign`.
    """
    found: dict[tuple[str, str], tuple[int, Problem]] = {}

    def wrong(key: tuple[str, str], line: int, what: str, fix: str) -> Foreign:
        found.setdefault(key, (line, Problem((), f"{key[0]}: {what}", fix)))
        return Foreign(key[1])

    def translate(ids: tuple[str, ...], text: str) -> str:
        key = (context(ids), text)
        message = catalog.get(text, key[0])
        brief = text if len(text) < 50 else text[:47] + "…"
        if message is None or not message.string:
            line = message.lineno if message and message.lineno else 1
            return wrong(key, line, f"“{brief}” isn't translated", f"write it in {tag}.po")
        line = message.lineno or 1
        if message.fuzzy:
            return wrong(
                key,
                line,
                f"the translation of “{brief}” is stale",
                "read it again, correct it and remove “fuzzy”",
            )
        string = str(message.string)
        if "{" not in text and "{" not in string:
            return string
        if sorted(placeholders(string)) != sorted(placeholders(text)):
            names = ", ".join(f"{{ref:{name}}}" for name in placeholders(text)) or "none"
            return wrong(key, line, f"other references than in French ({names})", f"write {names}")
        if _drawn(string) != _drawn(text):
            names = ", ".join(sorted(_drawn(text))) or "none"
            return wrong(key, line, f"other names than in French ({names})", f"write {names}")
        return string

    return mapped(module, (), translate), list(found.values())


def locales(*folders: Path) -> Mapping[str, list[Path]]:
    """Return each language that has a catalogue in some folders, with its files; French first.

    Raises:
        Refused: a file isn't named after a language.
    """
    tags: dict[str, list[Path]] = {SOURCE: []}
    for folder in folders:
        for path in sorted(folder.glob("*.po")):
            try:
                language(path.stem)
            except (ValueError, UnknownLocaleError):
                found, fix = f"“{path.stem}” is no language", "name the file nl.po or pt-BR.po"
                raise Refused([Problem((), found, fix, file=path, line=1)]) from None
            tags.setdefault(path.stem, []).append(path)
    return tags


def interface_problems(wanted: Iterable[Entry], catalog: Catalog) -> Iterator[tuple[int, Problem]]:
    """Yield the interface's texts that a catalogue lacks or has stale, with their lines."""
    for entry in wanted:
        message = catalog.get(entry.text, entry.context or None)
        if message and _said(message) and not message.fuzzy:
            continue
        state = "is stale" if message and message.fuzzy else "isn’t translated"
        found, fix = f"“{entry.text}” {state}", "translate it; remove “fuzzy” if it stands there"
        yield (message.lineno if message else None) or 1, Problem((), found, fix)


def joined(files: Iterable[Path], tag: str) -> Catalog:
    """Return what the catalogues of a language translate as one; the later file holds.

    Fuzzy entries are left out: stale words are worse than French ones.
    """
    whole = Catalog(locale=tag.replace("-", "_"))
    for path in files:
        for message in read(path, tag):
            if message.id and _said(message) and not message.fuzzy:
                whole.delete(message.id, message.context)  # else Babel keeps the earlier one
                whole[message.id] = message
    return whole


class French(NullTranslations):
    """The interface's own words: French, which counts 0 and 1 as one."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the text for so many."""
        return msgid1 if n < 2 else msgid2


def interface(files: Iterable[Path], tag: str) -> NullTranslations:
    """Return the interface's texts in a language, from all its catalogues."""
    if tag == SOURCE:
        return French()
    compiled = BytesIO()
    write_mo(compiled, joined(files, tag))
    compiled.seek(0)
    return GNUTranslations(compiled)


__all__ = [
    "COMPLETE",
    "SOURCE",
    "Entry",
    "Foreign",
    "Language",
    "entries",
    "extracted",
    "interface",
    "interface_problems",
    "joined",
    "language",
    "locales",
    "read",
    "translated",
    "updated",
    "written",
]
