"""The world of a story: its people, files and sentences, and the things of each kind.

A world is a file `modules/<id>/worlds/<name>.yml`, shared by the module's exercises.
Kinds add collections to it; nothing lists them.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, cast, get_args

from pydantic import Field, create_model
from pydantic.json_schema import SkipJsonSchema

from smartcorner.kinds import About, Accepted, Entry, Id, Problem, Said, _
from smartcorner.kinds.naming import Of

Synonyms = Mapping[str, Mapping[str, tuple[str, ...]]]


class Thing(Entry):
    """A thing of the world, with an id of its own in it."""

    id: Id = Field(description=_("Le nom court de la chose, seul de son nom dans ce monde."))
    accept: tuple[Accepted, ...] = Field(
        (),
        exclude=True,
        description=_("Les règles d’écriture que cette chose enfreint, et pourquoi."),
    )


class PersonOf(Thing):
    """Somebody of the story, invented, with an address at example.org."""

    about = About(_("Une personne"), _("Quelqu’un de l’histoire, inventé."))

    name: Said = Field(description=_("Le prénom et le nom."))
    first: Said = Field(description=_("Le prénom, pour les textes : `{host.first}`."))
    address: str = Field(
        pattern=r"^[a-z0-9.-]+@([a-z0-9-]+\.)*example(\.[a-z]+)?$",
        description=_("Une adresse e-mail inventée, à `example.org` ou en `.example`."),
    )
    role: Said | None = Field(default=None, description=_("Son métier ou son rôle."))


class FileOf(Thing):
    """A file of the small store that attachments come from."""

    about = About(_("Un fichier"), _("Un fichier à joindre : le bon CV, un autre, une photo…"))

    name: Said = Field(description=_("Son nom : `CV_Nadia_Lambert.pdf`."))
    shows: Said = Field(description=_("Ce que l’on y voit, en quelques mots."))
    megabytes: float = Field(gt=0, le=500, description=_("Son poids, en mégaoctets."))
    type: str = Field(default="document", description=_("Ce que c’est : `document`, `picture`…"))


class SentenceOf(Thing):
    """A sentence to choose instead of typing, and what it is for."""

    about = About(_("Une phrase"), _("Une phrase à choisir, au lieu de l’écrire."))

    text: Said = Field(description=_("La phrase."))
    means: tuple[str, ...] = Field(
        default=(), description=_("Ce qu’elle dit, par les clés de `words` : `[greeting]`.")
    )


class Things(Entry):
    """What a kind adds to worlds: collections of things, all of them optional."""


class World(Things):
    """What every world has, whatever is done in it."""

    about = About(
        _("Un monde"),
        _("Les personnes, les fichiers et les messages d’une histoire. Un fichier de `worlds/`."),
    )

    id: SkipJsonSchema[Id]  # its file's name
    me: Annotated[str, Of("people")] = Field(description=_("La personne que l’on joue."))
    people: tuple[PersonOf, ...] = Field(min_length=1, description=_("Les personnes."))
    files: tuple[FileOf, ...] = Field(default=(), description=_("Les fichiers à joindre."))
    sentences: tuple[SentenceOf, ...] = Field(default=(), description=_("Les phrases à choisir."))
    signature: Said | None = Field(default=None, description=_("La fin de ses messages."))
    words: Synonyms = Field(
        default={},
        description=_(
            "Les mots qui comptent comme un bonjour, un merci… : une liste par langue, "
            "`greeting: {fr: [bonjour], en: [hello]}`."
        ),
    )

    def ids_under(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Keep the list's name: `worlds/kitchen/karim/name`."""
        return (*ids, self.id)

    def data(self, locale: str) -> dict[str, Any]:
        """Return the world as the engine takes it, its words in one language."""
        plain = self.model_dump(mode="json", by_alias=True, exclude_none=True)
        words = {name: list(lists.get(locale, ())) for name, lists in self.words.items()}
        return {**plain, "words": words}

    def things(self) -> Iterator[tuple[tuple[str, int], Thing]]:
        """Yield each thing with its place: its collection and number."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            for n, one in enumerate(value if isinstance(value, tuple) else ()):
                if isinstance(one, Thing):
                    yield (name, n), one

    def synonyms(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield each of the world's words that a sentence means, with its place."""
        for n, sentence in enumerate(self.sentences):
            for m, name in enumerate(sentence.means):
                yield ("sentences", n, "means", m), name

    def problems(self) -> Iterator[Problem]:
        """Yield one problem per id that an earlier thing has taken."""
        taken: dict[str, str] = {}
        for (name, n), thing in self.things():
            if thing.id in taken:
                found = f"the id “{thing.id}” is taken, by one of {taken[thing.id]}"
                yield Problem((name, n, "id"), found, "write an id of its own")
            taken.setdefault(thing.id, name)


@cache
def world_model(kinds: tuple[type[Things], ...]) -> type[World]:
    """Return the model of a world that holds the things of these kinds."""
    own = [kind for kind in dict.fromkeys(kinds) if kind is not Things]
    bases: tuple[Any, ...] = (World, *own)
    made: Any = create_model("World", __base__=bases, __module__=__name__)
    return cast("type[World]", made)


def collections(world: type[World]) -> list[str]:
    """Return the names of a world's collections."""
    fields = world.model_fields.items()
    return [name for name, field in fields if _holds_things(field.annotation)]


def _holds_things(hint: object) -> bool:
    inner: Iterable[object] = get_args(hint)
    return any(isinstance(arg, type) and issubclass(arg, Thing) for arg in inner)
