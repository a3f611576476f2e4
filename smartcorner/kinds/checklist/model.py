"""Lines to tick when they are done."""

from collections.abc import Iterator

from pydantic import Field

from smartcorner.kinds import About, Activity, Entry, Id, Inline, Problem, _, wrapped


class Item(Entry):
    """One line to tick."""

    about = About(_("Une ligne à cocher"), _("Une chose à faire ou à vérifier, en une phrase."))

    id: Id = Field(
        description=_("Le nom court de la ligne. La coche y tient : le texte peut changer.")
    )
    text: Inline = Field(description=_("La phrase à cocher : « J’ai écrit un objet. »"))


class Checklist(Activity):
    """Lines to tick, in any order; at most 5 (content-facts.md, rule 1).

    `text` leads into them. `typing` is how many words the person writes for the
    task, on paper or on a screen: it counts in the module's minutes.
    """

    about = About(
        _("Liste à cocher"),
        _("Des lignes que la personne touche quand c’est fait. Ses coches sont gardées."),
        _("Pour une tâche à faire en vrai, ou pour vérifier un travail avant de l’envoyer."),
    )

    title: Inline = Field(description=_("Ce que l’on fait : « À vous : vérifiez »."))
    text: Inline | None = Field(
        default=None, description=_("Une phrase qui amène les lignes, si elle est utile.")
    )
    typing: int = Field(
        default=0,
        ge=0,
        le=300,
        description=_(
            "Combien de mots la personne écrit pour cette tâche, sur papier ou sur l’écran. "
            "Ils comptent dans la durée du module."
        ),
    )
    items: tuple[Item, ...] = Field(
        min_length=1, max_length=5, description=_("Les lignes à cocher.")
    )

    def typed_words(self) -> int:
        """Return how many words a person writes for this task."""
        return self.typing

    def tv_lines(self, item: Entry) -> float | None:  # noqa: ARG002
        """Return the lines of the whole list."""
        above = wrapped(self.text, 40) + 0.5 if self.text else 0
        return above + sum(0.2 + wrapped(one.text, 40) for one in self.items)

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
