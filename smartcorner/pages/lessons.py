"""A module's lesson: where its TV screens begin in the page, its notes, its running order.

The page itself holds none of it: it is a script of its own, which only the lesson view
asks for (`?view=lesson`). A screen is named by where it begins; the page has the words.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import Any, NamedTuple

from smartcorner import tv
from smartcorner.kinds import Block, Entry
from smartcorner.model import Module, Step
from smartcorner.pages import fragments
from smartcorner.plan import Moment

# What a screen shows whole or cuts at sentences; frontend/lesson-screens.js looks for the same.
UNITS = ("h3", "h4", "p", "li", "figure", "tr")
BLOCKS = ("p", "dt", "dd", "div", "li", "figcaption", "label", "legend", "td", "th")
VOID = ("img", "input", "br", "hr", "use", "path", "source")
OWN = re.compile(r"\s*<[a-z]+-")  # an element of a kind, which a lesson shows in its own way
# A text, or a tag: whether it ends an element, its name, its attributes, whether it stands alone.
PIECES = re.compile(r"([^<]+)|<(/?)([a-z][a-z0-9-]*)([^>]*?)(/?)>")
CLASSES = re.compile(r'\sclass="([^"]*)"')
SHORT = 4.5  # lines of what may be shown larger
LARGE = 5.2  # the same, for a room that asks for large type
SHEET = 0.6  # the edges of a sheet of paper, in lines
ROW = 0.4  # those of a row
ROOMS = {"normal": False, "large": True}  # whether a room asks for large type
LABEL = 1.2  # a label above a text; one that a heading follows stands beside it


@dataclass(slots=True)
class _Node:
    """An element: its tag, classes, and what it holds in order."""

    tag: str
    classes: Sequence[str] = ()
    inside: list["_Node | str"] = field(default_factory=list)

    def nodes(self) -> Iterator["_Node"]:
        """Yield the elements directly inside."""
        return (one for one in self.inside if isinstance(one, _Node))

    def is_unit(self, parent: "_Node") -> bool:
        """Say whether it is a unit, given that nothing around it is."""
        return self.tag in UNITS or (self.tag == "div" and parent.tag == "dl")

    def lines(self) -> tuple[str, ...]:
        """Return its texts, one for each that begins a line of its own."""
        found = [""]
        for one in self.inside:
            if isinstance(one, str):
                found[-1] += one
            elif one.tag in BLOCKS:
                found += [*one.lines(), ""]
            else:
                first, *rest = one.lines() or ("",)
                found[-1] += first
                found += rest
        return tuple(text for text in (" ".join(said.split()) for said in found) if text)


def _tree(html: str) -> _Node:
    """Return the first element of a part's HTML, which our own templates made."""
    top = _Node("")
    opened = [top]
    for text, ends, tag, attributes, closed in PIECES.findall(html):
        inside = opened[-1].inside
        if text:
            inside.append(unescape(text))
        elif not ends:
            found = CLASSES.search(attributes) if attributes else None
            node = _Node(tag, found[1].split() if found else ())
            inside.append(node)
            if not (closed or tag in VOID):
                opened.append(node)
        elif tag not in VOID and len(opened) > 1:
            opened.pop()
    return next(top.nodes())


def _units(node: _Node) -> Iterator[_Node]:
    for one in node.nodes():
        if one.is_unit(node):
            yield one
        else:
            yield from _units(one)


def _loose(node: _Node) -> bool:
    """Say whether a part has a label that belongs to none of its units."""
    return any(
        bool(one.strip())
        if isinstance(one, str)
        else not one.is_unit(node) and one.tag != "svg" and _loose(one)
        for one in node.inside
    )


def _unit(node: _Node, part: int, frame: float, columns: Mapping[str, int]) -> tv.Unit:
    lines = node.lines()
    if node.tag in ("h3", "h4"):
        return tv.Unit(part, " ".join(lines), "head")
    if node.tag == "figure":
        return tv.Unit(part, " ".join(lines), "figure")
    beside = [
        (one.lines(), columns[name])
        for one in node.nodes()
        for name in one.classes
        if name in columns
    ]
    if beside:
        return tv.Unit(part, " ".join(lines), "item", tuple(beside), extra=ROW, frame=frame)
    if len(lines) > 1:  # a word and its meaning
        return tv.Unit(part, " ".join(lines), "item", stack=lines, extra=SHEET, frame=frame)
    form = "item" if node.tag == "li" else "text"
    return tv.Unit(part, " ".join(lines), form, frame=frame)


@dataclass(frozen=True)
class Shown:
    """A part of a screen, as the page has it: its block, what of it, its HTML."""

    block: Block
    item: Entry
    html: str

    @cached_property
    def _root(self) -> _Node:
        return _tree(self.html)

    def units(self, number: int) -> list[tv.Unit] | None:
        """Return its units, or None for an element that a lesson shows in its own way."""
        if OWN.match(self.html):
            return None
        root = self._root
        headed = any(one.tag == "h3" for one in _units(root))
        frame = SHEET + (LABEL if _loose(root) and not headed else 0)
        bare = root.tag in ("figure", "dl") or "text" in root.classes
        if root.is_unit(_Node("")):
            return [_unit(root, number, 0 if bare else frame, self.block.tv_columns)]
        here = _units(root)
        return [_unit(one, number, 0 if bare else frame, self.block.tv_columns) for one in here]


Marks = list[list[int]]


Run = list[tuple[int, tv.Unit]]  # units that follow each other under one heading


def _runs(title: str, screen: Sequence[Shown]) -> Iterator[tuple[str, Run | int]]:
    """Yield the stretches of a screen, each with its heading.

    A number instead of units is that of a part which a lesson shows in its own way.
    """
    heading, framed = title, False
    run: Run = []
    for n, part in enumerate(screen):
        units = part.units(n)
        own = (
            units is not None and units[:1] != [] and units[0].form == "head" and units[0].frame > 0
        )
        if units is None or own or framed:
            yield heading, run
            run = []
        if units is None:
            yield heading, n
        if framed:  # the heading before stood inside its own sheet
            heading = title
        framed = own
        for place, unit in enumerate(units or ()):
            if unit.form == "head":
                yield heading, run
                heading, run = unit.text, []
            else:
                run.append((place, unit))
    yield heading, run


def _level(part: Shown, *, large: bool) -> int:
    """Return the size of type of a part that is never cut."""
    lines = part.block.tv_lines(part.item)
    if lines is None:
        return 1
    return 0 if lines > tv.LINES else 2 if lines <= SHORT or (large and lines <= LARGE) else 1


def marks(title: str, screens: Sequence[Sequence[Shown]]) -> Mapping[str, Marks]:
    """Return where a step's TV screens begin: level, screen, part, unit, characters.

    By room: `normal`, or `large` for one that asks for large type.
    """
    found: dict[str, Marks] = {name: [] for name in ROOMS}
    for number, screen in enumerate(screens):
        for heading, run in _runs(title, screen):
            if isinstance(run, int):
                for name, large in ROOMS.items():
                    level = _level(screen[run], large=large)
                    found[name].append([level, number, run, 0, 0])
                continue
            cut = tv.Cut([unit for _, unit in run], heading)
            for name, large in ROOMS.items():
                for start in cut.starts(large=large):
                    place, unit = run[start.unit]
                    found[name].append([start.level, number, unit.part, place, start.solid])
    return found


def _listed(title: str, texts: Sequence[str]) -> Mapping[str, Marks]:
    """Return the marks of a list that stands alone: the module's objectives."""
    cut = tv.Cut([tv.Unit(0, text, "item") for text in texts], title)
    return {
        name: [[s.level, 0, 0, s.unit, s.solid] for s in cut.starts(large=large)]
        for name, large in ROOMS.items()
    }


def running_order(module: Module) -> tuple[Moment, ...]:
    """Return a module's running order; without one, its steps, twice as long as alone."""
    return module.lesson or tuple(
        Moment(do="group", step=step.id, minutes=max(1, round(step.minutes * 2)))
        for step in module.core
    )


class Texts(NamedTuple):
    """What makes a module's texts into HTML, a line of HTML, words alone."""

    md: Callable[[str], str]
    inline: Callable[[str], str]
    plain: Callable[[str], str]


def script(
    source: Module,
    module: Module,
    screens: Mapping[str, Sequence[Sequence[Shown]]],
    practice: Mapping[str, Any],
    say: Texts,
) -> str:
    """Return the script that holds a module's lesson in one language.

    The module's number is put in when all modules are known: `numbered`.

    `source` is the module in French, `screens` the page's screens by step,
    `practice` what is told of its simulations.
    """

    def step(one: Step) -> Mapping[str, Any]:
        return {
            "notes": say.md(one.notes) if one.notes else "",
            **marks(say.plain(one.title), screens[one.id]),
        }

    home = [Shown(Block(), module, f'<div class="text"><h3>…</h3>{say.md(module.home)}</div>')]
    moments = zip(running_order(source), running_order(module), strict=True)
    data = {
        "id": module.id,
        "number": 0,
        "plan": [
            {
                "do": moment.do,
                "minutes": moment.minutes,
                **({"step": moment.step} if moment.step else {}),
                **({"text": say.inline(local.text)} if local.text else {}),
            }
            for moment, local in moments
        ],
        "aims": _listed("", [say.plain(aim) for aim in module.objectives]),
        "home": marks("", [home]),
        "practice": practice,
        "steps": {one.id: step(one) for one in module.steps},
    }
    return f"smartcornerLesson({fragments.literal(data)});\n"


def numbered(script: str, number: int) -> str:
    """Return a lesson's script with the number of its module."""
    return script.replace('"number":0', f'"number":{number}', 1)
