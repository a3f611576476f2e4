"""A picture that carries meaning."""

from typing import ClassVar

from pydantic import Field

from smartcorner.kinds import About, Alt, Block, Inline, Media, _


class Figure(Block):
    """A picture of the module's `media/` folder.

    `alt` says in one sentence what it shows, for who doesn't see it. A picture
    counts as 20 words on a screen: the eye spends as long on it.
    """

    weight: ClassVar[int] = 20

    about = About(
        _("Image"),
        _("Une image qui montre quelque chose d’utile, avec sa description."),
        _("Quand voir aide à comprendre. Une image compte comme 20 mots sur son écran."),
    )

    image: Media = Field(
        description=_(
            "Le nom d’un fichier du dossier `media/` du module : `.svg`, `.png` ou `.jpg`."
        )
    )
    alt: Alt = Field(
        description=_(
            "Ce que l’image montre, en une phrase, pour la personne qui ne la voit pas. "
            "Elle est lue à voix haute et n’est pas affichée."
        )
    )
    caption: Inline | None = Field(
        default=None, description=_("Une phrase sous l’image, si elle est utile.")
    )
