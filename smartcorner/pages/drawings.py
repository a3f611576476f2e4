"""Drawings for paper: their lines in black, all else white."""

import re
from collections.abc import Mapping
from pathlib import Path

from smartcorner.check import Course

COLOUR = re.compile(r'(?<=(?:fill|roke)=")#([0-9A-Fa-f]{6})(?=")')
MARK = Path(__file__).parents[1] / "frontend/drawings/mark.svg"
DARKEST = 64  # of 255: what is darker is a line, or hair


def lines(svg: str) -> str:
    """Return a drawing's lines: a dark colour turns black, any other white."""

    def turned(found: re.Match[str]) -> str:
        red, green, blue = bytes.fromhex(found[1])
        return "#000000" if max(red, green, blue) < DARKEST else "#FFFFFF"

    return COLOUR.sub(turned, svg)


def line_name(name: str) -> str:
    """Return the file name of a drawing's lines; frontend/paper.js knows it too."""
    return name.removesuffix(".svg") + "-line.svg" if name.endswith(".svg") else name


def of_sheets(course: Course, shown: Mapping[str, frozenset[str]]) -> Mapping[str, bytes]:
    """Return the lines of what the modules' sheets show, by path in the site.

    `shown` names the pictures of each module's sheet.
    """
    drawn = {f"assets/drawings/{MARK.name}": MARK}
    for module, names in shown.items():
        drawn |= {
            f"modules/{module}/{medium.name}": medium
            for medium in course.media(module)
            if medium.name in names and medium.suffix == ".svg"
        }
    return {
        line_name(path): lines(medium.read_text("utf-8")).encode() for path, medium in drawn.items()
    }
