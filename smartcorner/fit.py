"""What an author hears of a lesson on TV: a block that can't be split well."""

from collections.abc import Iterable, Iterator

from smartcorner import tv
from smartcorner.kinds import Block, Entry, Text
from smartcorner.model import Module
from smartcorner.problems import Path, Problem

MOST = tv.LEVELS[0].lines  # lines of a part that is never cut, in the smallest type
HEADINGS = 2  # lines of a heading


def problems(module: Module, every: Iterable[Text]) -> Iterator[Problem]:
    """Yield a warning for each part, sentence and heading that a TV shows badly.

    `every` are the module's texts.
    """
    for s, step in enumerate(module.steps):
        if tv.wrapped(step.title, tv.HEADING) > HEADINGS:
            found = f"on a TV, this title takes more than {HEADINGS} lines"
            yield Problem(("steps", s, "title"), found, "make it shorter", "warning")
        for b, block in enumerate(step.blocks):
            for problem in _block(block):
                yield problem.under("steps", s, "blocks", b, block.kind)
    for text in every:
        if text.path[2:3] != ("blocks",) or text.rule.hidden:
            continue
        if long := next(tv.too_long(text.value), None):
            found = f"on a TV, one sentence fills more than a screen: “{long[:40]}…”"
            yield Problem(text.path, found, "make two sentences of it", "warning")


def _block(block: Block) -> Iterator[Problem]:
    for item in block.parts():
        lines = block.tv_lines(item)
        if lines is not None and lines > MOST:
            found = (
                f"on a TV, this fills {lines:.0f} lines of {tv.WIDTH} characters, and it can’t "
                f"be split: a screen holds {MOST}"
            )
            fix = "shorten its lines, or make two of it"
            yield Problem(_place(block, item), found, fix, "warning")


def _place(block: Block, item: Entry) -> Path:
    """Return the path of a part inside its block."""
    for name in type(block).model_fields:
        entries = getattr(block, name)
        if isinstance(entries, tuple) and item in entries:
            return (name, entries.index(item))
    return ()
