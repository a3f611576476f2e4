"""The card to keep: what a module comes down to."""

from pydantic import Field

from smartcorner.kinds import About, Block, Inline, _


class Remember(Block):
    """The « Je retiens » card: at most 5 points; it can be printed by itself."""

    about = About(
        _("Carte « Je retiens »"),
        _("Ce qu’il faut retenir, en quelques lignes. La carte s’imprime seule."),
        _("À la fin d’une étape ou du module : la personne l’emporte chez elle."),
    )

    title: Inline | None = Field(default=None, description=_("Un autre titre que « Je retiens »."))
    points: tuple[Inline, ...] = Field(
        min_length=1, max_length=5, description=_("Les choses à retenir, une phrase chacune.")
    )
