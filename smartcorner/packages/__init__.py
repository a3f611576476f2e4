"""Packages: what is made of the site's pages to be handed on, in `dist/`.

A format is a module here. Its `make(order)` fills the folder that the order names and
returns a line for who asked. Nothing lists formats: they are found.
"""

import importlib
import pkgutil
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from smartcorner import swap

if TYPE_CHECKING:  # naming the formats needs none of it
    from smartcorner.check import Course
    from smartcorner.pages.contents import Contents


class NotMade(Exception):
    """A package can't be made; the message says what to do."""


@dataclass(frozen=True)
class Order:
    """What a format works with; `address` is where the site will be, or empty."""

    course: "Course"
    contents: "Contents"
    folder: Path
    address: str
    tell: Callable[[int, int], None]  # how many files are done, of how many


def formats() -> tuple[str, ...]:
    """Return the names of all formats, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def package(
    course: "Course",
    contents: "Contents",
    names: Sequence[str],
    address: str,
    tell: Callable[[int, int], None],
) -> list[str]:
    """Make packages in `dist/<format>/`, all or none, and return what each says.

    Raises:
        NotMade: one can't be made; what stood in `dist/` still stands.
    """
    aside = {name: swap.aside(course.root / "dist" / name) for name in dict.fromkeys(names)}
    try:
        said = [
            importlib.import_module(f"{__name__}.{name}").make(
                Order(course, contents, folder, address, tell)
            )
            for name, folder in aside.items()
        ]
    except BaseException:
        for folder in aside.values():
            shutil.rmtree(folder, ignore_errors=True)
        raise
    for name, folder in aside.items():
        swap.swap(folder, course.root / "dist" / name)
    return said
