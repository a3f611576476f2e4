"""The tiny module in French and English, to break one writing rule at a time."""

from pathlib import Path

from smartcorner import translate
from smartcorner.check import Course, check
from smartcorner.kinds import discover
from smartcorner.load import load
from smartcorner.parse import parse
from smartcorner.problems import Problem, Refused
from tests.tiny import MODULE, project

KINDS = discover()
ENGLISH = {
    "Le courrier": "The post",
    "Lire un message.": "Read a message.",
    "Vous lisez un message.": "You can read a message.",
    "Lire": "Read",
    "Ouvrez la boîte.": "Open the box.",
    "À vous": "Your turn",
    "J’ai ouvert la boîte.": "I opened the box.",
    "Répondre": "Reply",
    "Que faites-vous ?": "What do you do?",
    "J’ouvre.": "I open it.",
    "« J’ouvre » suffit.": "To open it is enough.",
    "Je pars.": "I go away.",
    "« Je pars » attend un peu.": "To go away can wait.",
    "la boîte": "the box",
    "L’endroit des messages.": "The place of messages.",
    "Ouvrez votre boîte.": "Open your box.",
}


def written(root: Path, module: str = MODULE, english: dict[str, str] | None = None) -> Path:
    """Write the tiny module and its catalogue; `english` changes or adds translations."""
    path = project(root, mail=module) / "modules/mail/module.yml"
    parsed, _ = parse(load(path)[0], "mail", KINDS)
    assert parsed
    catalog = translate.updated(
        translate.read(root / "none.po", "en"), translate.entries(parsed), "en"
    )
    known = ENGLISH | (english or {})
    for message in catalog:
        message.string = known.get(str(message.id), "")
    (path.parent / "en.po").write_bytes(translate.written(catalog))
    return root


def checked(root: Path) -> tuple[Problem, ...]:
    """Return all that a check of the project tells."""
    try:
        course: Course = check(root, KINDS)
    except Refused as refused:
        return refused.problems
    return (*course.warnings, *course.accepted)


def told(root: Path) -> list[str]:
    """Return it as it is printed."""
    return [str(problem) for problem in checked(root)]


def line_of(path: Path, text: str) -> int:
    """Return the line, from 1, in which a text stands."""
    lines = path.read_text("utf-8").split("\n")
    return next(n for n, line in enumerate(lines, 1) if text in line)
