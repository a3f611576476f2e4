"""Published numbers, addresses and links, each with its source (modules/references.yml)."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from smartcorner.kinds import About, Entry, _
from smartcorner.load import load
from smartcorner.markdown import Shown
from smartcorner.parse import validated
from smartcorner.problems import Problem, Refused

SOURCE = "fr"  # the language that all others are translated from


class Reference(Entry):
    """One number, address or link, and how we know it.

    `value` is one text for all languages, or one per language with French.
    """

    about = About(
        _("Une référence"),
        _("Un numéro, une adresse, un lien ou un chiffre, écrit une fois dans `references.yml`."),
    )

    type: Literal["phone", "email", "link", "figure"] = Field(
        description=_(
            "Ce que c’est : `phone` (téléphone), `email` (adresse e-mail), `link` (page web) ou "
            "`figure` (chiffre)."
        )
    )
    value: str | dict[str, str] = Field(
        description=_("Ce qui est montré ; un texte, ou un par langue : `fr:`, `en:`.")
    )
    label: str = Field(description=_("Ce que c’est, en quelques mots."))
    source: str = Field(description=_("Où vous l’avez lu : la page ou le document."))
    checked_on: date | None = Field(
        default=None, description=_("Le jour où quelqu’un l’a vérifié : `2026-11-02`.")
    )
    status: Literal["confirmed", "to-confirm"] = Field(
        description=_(
            "`confirmed` ou `to-confirm`. Seule une référence confirmée et datée est publiée."
        )
    )

    def values(self) -> Mapping[str, str]:
        """Return the value by language."""
        return {SOURCE: self.value} if isinstance(self.value, str) else self.value

    def unpublishable(self) -> str:
        """Return why a page may not show it, or an empty text."""
        if self.status != "confirmed":
            return "isn’t confirmed yet"
        return "" if self.checked_on else "has no date (checked_on)"

    def shown(self, locale: str) -> Shown:
        """Return it as a page in a language shows it; only a web link leads somewhere.

        A number or an e-mail address is text: touching it on a corner's tablet
        would open a program that isn't set up.
        """
        values = self.values()
        value = values.get(locale, values[SOURCE])
        if self.type != "link":
            return Shown(value)
        return Shown(value.removeprefix("https://").rstrip("/"), value)


References = Mapping[str, Reference]


def reasons(references: References) -> Mapping[str, str]:
    """Return by name what forbids to publish a reference, or ""."""
    return {name: reference.unpublishable() for name, reference in references.items()}


def read(path: Path, root: Path) -> References:
    """Return the references of a file; none where there is no file.

    Raises:
        Refused: the file or an entry is wrong.
    """
    if not path.is_file():
        return {}
    data, source = load(path, root)
    found: dict[str, Reference] = {}
    problems: list[Problem] = []
    for name, entry in data.items():
        reference, wrong = validated(Reference, entry)
        problems += [problem.under(name) for problem in wrong]
        if reference is None:
            continue
        found[name] = reference
        values = reference.values()
        if SOURCE not in values:
            problems.append(Problem((name, "value"), "no French value", "add “fr: …”"))
        if reference.type == "link" and not all(v.startswith("https://") for v in values.values()):
            what, fix = "this isn’t a safe web address", "begin it with https://"
            problems.append(Problem((name, "value"), what, fix))
    if problems:
        raise Refused(source.locate(problem) for problem in problems)
    return found
