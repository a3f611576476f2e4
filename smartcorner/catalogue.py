"""A catalogue (PO file) as Babel reads it, or in plain words why it can't be read."""

from io import StringIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from smartcorner.problems import Problem, Refused, shown
from smartcorner.textfile import read_text, relative, split_lines

FIX = 'write msgid "…" and msgstr "…" with both quotes; the editor Poedit does it for you'
HEAD = 'copy the first lines of another module’s file: from msgid "" to the first empty line'


def read(path: Path, tag: str, root: Path | None = None) -> Catalog:
    """Return a catalogue; an empty one where there is no file.

    Raises:
        Refused: the file isn't a catalogue, with the line where that shows.
    """
    if not path.is_file():
        return Catalog(locale=tag.replace("-", "_"))
    text = read_text(path, root)
    try:
        return read_po(StringIO(text), locale=tag.replace("-", "_"), abort_invalid=True)
    except PoFileError as error:
        line = min(error.lineno + 1, len(split_lines(text)))
        written = str(error.line).strip()
        found = f"{shown(written)} isn’t a line of a translation"
        if not written:
            found = "this isn’t a line of a translation"
        problem = Problem((), found, FIX, line=line, column=1)
    except (ValueError, LookupError):
        problem = Problem((), "the head of this file can’t be understood", HEAD, line=1, column=1)
    raise Refused([problem.replace(file=relative(path, root))])
