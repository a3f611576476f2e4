"""Lines to tick when they are done."""

from collections.abc import Iterator

from pydantic import Field

from smartcorner.kinds import Activity, Entry, Id, Inline, Problem


class Item(Entry):
    """One line to tick."""

    id: Id
    text: Inline


class Checklist(Activity):
    """Lines to tick, in any order; at most 5 (content-facts.md, rule 1).

    `text` leads into them. `typing` is how many words the person writes for the
    task, on paper or on a screen: it counts in the module's minutes.
    """

    title: Inline
    text: Inline | None = None
    typing: int = Field(default=0, ge=0, le=300)
    items: tuple[Item, ...] = Field(min_length=1, max_length=5)

    def typed_words(self) -> int:
        """Return how many words a person writes for this task."""
        return self.typing

    def problems(self) -> Iterator[Problem]:
        """Yield one problem per item whose id an earlier item has taken.

        A fact is kept under its item's id: a shared one would tick both lines.
        """
        first: dict[str, int] = {}
        for n, item in enumerate(self.items):
            if (taken := first.setdefault(item.id, n)) != n:
                yield Problem(
                    path=("items", n, "id"),
                    found=f"{item.id!r}, already the id of line {taken + 1}",
                    expected="an id of its own",
                )
