"""What kinds of simulations share: conditions, draws, goals, worked answers.

simulations.md, beside this file, explains the ideas. A kind's model is a
`class Mailbox(Simulation[Test, Action, Deed])`; what it adds to worlds is `things`;
its rules are the script `rules.js` of its folder.
"""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Generic, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)

from smartcorner.kinds import About, Activity, Entry, Id, Inline, Said, _
from smartcorner.kinds.worlds import Things

WORDS_AN_ACTION = 2  # an action takes a beginner as long as typing 2 words: 12 seconds

Help = Literal["shown", "guided", "alone"]


class OneKey(Entry):
    """A mapping with one key: an action, a condition.

    The value behind the key is a mapping of arguments; the first of them may stand
    alone (`open: karim` is `open: {message: karim}`).
    """

    @model_validator(mode="before")
    @classmethod
    def _whole(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        fields = {field.alias or name: field for name, field in cls.model_fields.items()}
        if len(data) != 1:
            written = ", ".join(f"“{key}”" for key in data) or "nothing"
            known = ", ".join(f"“{name}”" for name in fields)
            raise ValueError(f"{written} where one key belongs → keep one of {known}")
        ((key, value),) = data.items()
        args = _arguments(fields[key].annotation) if key in fields else None
        if args is None or isinstance(value, (dict, Entry)):
            return data
        first = next(iter(args.model_fields), None)
        return {key: {} if value is None or first is None else {first: value}}

    @property
    def one(self) -> tuple[str, Any]:
        """Return the key that is written, and its value."""
        for name, field in type(self).model_fields.items():
            if (value := getattr(self, name)) is not None:
                return field.alias or name, value
        raise ValueError("no key")


def _arguments(hint: Any) -> type[BaseModel] | None:
    """Return the model of a key's arguments, from `Open | None`."""
    for made in getattr(hint, "__args__", ()):
        if isinstance(made, type) and issubclass(made, Entry) and not issubclass(made, OneKey):
            return made
    return None


class Args(Entry):
    """What stands behind the key of an action or a test; what isn't written is None."""


class _Doing(OneKey):
    @model_serializer(mode="wrap")
    def _as_done(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Return `{do: open, message: karim}`."""
        name, _ = self.one
        return {"do": name, **handler(self)[name]}


class Action(_Doing):
    """What a person does: a kind's own has one optional field for each action."""

    about = About(_("Une action"), _("Ce que fait la personne : le nom de l’action et son objet."))


class Deed(_Doing):
    """What an event does: a kind's own has one optional field for each."""

    about = About(_("Ce qui arrive"), _("Une chose qui arrive sans que la personne la fasse."))


A = TypeVar("A", bound=Action)
D = TypeVar("D", bound=Deed)


class Condition(OneKey, Generic[A]):
    """What holds or doesn't: one of these words, or one of the kind's tests."""

    about = About(
        _("Une condition"),
        _("Une seule clé : un de ces mots, ou une question propre à la simulation."),
    )

    all: tuple[Self, ...] | None = Field(
        None, min_length=1, description=_("Toutes les conditions de la liste sont vraies.")
    )
    any: tuple[Self, ...] | None = Field(
        None, min_length=1, description=_("Une condition de la liste, au moins, est vraie.")
    )
    not_: Self | None = Field(None, alias="not", description=_("La condition n’est pas vraie."))
    ever: Self | None = Field(
        None, description=_("La condition a été vraie à un moment, depuis le début.")
    )
    then: tuple[Self, ...] | None = Field(
        None,
        min_length=2,
        description=_(
            "La première a été vraie à un moment, la suivante à ce moment ou plus tard, et ainsi "
            "de suite."
        ),
    )
    did: A | None = Field(
        None, description=_("La personne a fait cette action, et ne l’a pas annulée.")
    )


C = TypeVar("C", bound=Condition[Any])


class Goal(Entry, Generic[C]):
    """A condition that counts as done, with what to do and a hint."""

    about = About(_("Un but"), _("Ce que la personne réussit, quelle que soit sa façon de faire."))

    id: Id = Field(description=_("Le nom court du but. Le travail des personnes y tient."))
    text: Inline = Field(description=_("Ce qu’il faut faire, en une phrase : elle reste visible."))
    hint: Said = Field(description=_("L’aide que la personne demande : où regarder, que toucher."))
    when: C = Field(
        description=_("La condition qui compte comme réussie, par l’état et l’histoire.")
    )


class Event(Entry, Generic[C, D]):
    """A consequence: it happens once `when` has held for `after` actions in a row."""

    about = About(_("Une suite"), _("Ce qui arrive parce que la personne a agi : une réponse…"))

    when: C | None = Field(
        None, description=_("Ce qui la provoque. Sans cette clé : le début de l’exercice.")
    )
    after: int = Field(
        0,
        ge=0,
        le=20,
        description=_("Combien d’actions de la personne plus tard. Pas de secondes."),
    )
    do: D = Field(description=_("Ce qui arrive."))


class Worked(Entry, Generic[A]):
    """A step of the worked answer."""

    about = About(
        _("Un pas de la solution"),
        _("La solution se joue pas à pas à l’écran. `check` la joue aussi, dans chaque tirage."),
    )

    do: A = Field(description=_("L’action : une clé et ce qu’elle concerne, `{open: invitation}`."))
    say: Said = Field(description=_("Ce que je fais, en une phrase : « Je touche Répondre. »"))
    optional: bool = Field(
        default=False, description=_("`true` pour un pas utile dont aucun but n’a besoin.")
    )

    def ids_under(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the action's name: `answer/worked/open`."""
        return (*ids, self.do.one[0])


class Feedback(Entry, Generic[C]):
    """What is said when a condition holds: at once (`now`), else at the end."""

    about = About(
        _("Une parole"),
        _("Ce que la page dit de ce que la personne a fait : ce qui est bien, pourquoi, la suite."),
    )

    id: Id = Field(description=_("Le nom court de cette parole."))
    text: Said = Field(description=_("La phrase, calme, jamais un reproche."))
    when: C | None = Field(None, description=_("Quand on la dit. Sans cette clé : toujours."))
    now: bool = Field(
        default=False, description=_("`true` : on la dit tout de suite. Sinon, à la fin.")
    )

    def ids_under(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Keep the list's name: a goal may have the same id."""
        return (*ids, self.id)


class Take(Entry):
    """Several of a set, in an order."""

    about = About(_("Plusieurs au hasard"), _("Un tirage de plusieurs choses d’un ensemble."))

    take: int = Field(ge=1, le=12, description=_("Combien on en tire."))
    of: tuple[str, ...] = Field(
        min_length=2, max_length=24, description=_("L’ensemble : des noms courts du monde.")
    )


Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Case = str | Mapping[Name, str]
Draw = Take | tuple[Case, ...]


class Simulation(Activity, Generic[C, A, D]):
    """Practice in a world where nothing can go wrong."""

    alone: ClassVar[bool] = True
    things: ClassVar[type[Things]] = Things

    title: Inline = Field(description=_("Ce que l’on fait : « Répondez à l’invitation »."))
    story: Inline = Field(description=_("La situation, en une ou deux phrases."))
    world: Id = Field(
        description=_("Le monde de l’exercice : un fichier du dossier `worlds/`, sans `.yml`.")
    )
    help: Help = Field(
        "guided",
        description=_(
            "L’aide du début : `shown` (la solution se joue d’abord), `guided` (le pas suivant "
            "sur demande) ou `alone` (seul)."
        ),
    )
    with_: Mapping[str, tuple[str, ...]] = Field(
        {},
        alias="with",
        description=_("Ce qui est là du monde : `{messages: [a, b]}`. Sans cette clé : tout."),
    )
    draw: Mapping[Name, Draw] = Field(
        {},
        description=_(
            "Ce qui change d’un essai à l’autre : un nom et son ensemble. `$nom` est la chose "
            "tirée ; dans un texte, `{nom.first}`."
        ),
    )
    goals: tuple[Goal[C], ...] = Field(
        min_length=1, max_length=5, description=_("Les buts. Tous atteints : c’est réussi.")
    )
    events: tuple[Event[C, D], ...] = Field((), description=_("Ce qui arrive en conséquence."))
    worked: tuple[Worked[A], ...] = Field(min_length=1, description=_("La solution, pas à pas."))
    feedback: tuple[Feedback[C], ...] = Field(
        min_length=1, description=_("Ce que la page dit, pendant et à la fin.")
    )

    def typed_words(self) -> int:
        """Return how long the worked answer takes, counted in words typed."""
        return WORDS_AN_ACTION * len(self.worked)

    def data(self) -> dict[str, Any]:
        """Return the exercise as the engine takes it: plain JSON, with names not filled in."""
        plain = self.model_dump(mode="json", by_alias=True, exclude_none=True)
        plain["worked"] = [
            {"action": step["do"], **{key: step[key] for key in step if key != "do"}}
            for step in plain["worked"]
        ]
        return {"kind": self.kind, **plain}

    def played(self) -> dict[str, Any]:
        """Return what playing depends on: the data without what is only read."""
        data = self.data()
        for name in ("title", "story", "help"):
            del data[name]
        for one in (*data["goals"], *data["worked"], *data["feedback"]):
            for name in ("text", "hint", "say"):
                one.pop(name, None)
        return data
