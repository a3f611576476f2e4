"""The models of a module and its steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, InstanceOf
from pydantic.json_schema import SkipJsonSchema

from smartcorner.kinds import (
    About,
    Activity,
    Block,
    Entry,
    Id,
    Inline,
    Markdown,
    Media,
    Note,
    _,
    texts,
)
from smartcorner.kinds.worlds import World
from smartcorner.plan import Moment

WORDS_A_SCREEN = 60  # content-facts.md, rule 1 (W3C COGA)
WORDS_READ_A_MINUTE = 80  # a slow reader's pace on a screen
WORDS_TYPED_A_MINUTE = 10  # a beginner's pace on a keyboard
MOST_STEPS = 14  # with « Entraînement », as is MOST_MINUTES
MOST_MINUTES = 60
OWN = "sc-"  # how the ids of a page's own parts begin
RESERVED = ("steps", "place")  # facts of the module page itself (design.md, 6)

Theme = Literal["first-steps", "write-talk", "job", "safety"]
Level = Literal["basic", "intermediate", "advanced", "highly-advanced"]  # DigComp 3.0
Setting = Literal["alone", "group", "paper"]


COMPETENCES = frozenset(  # DigComp 3.0: five areas, 21 competences
    f"{area}.{n}" for area, most in enumerate((3, 6, 4, 4, 4), 1) for n in range(1, most + 1)
)


def _known(number: str) -> str:
    """Return a competence's number, if there is such a one."""
    if number not in COMPETENCES:
        fix = "write one of its 21 numbers, such as 2.1: area, point, competence"
        raise ValueError(f"“{number}” is no competence of DigComp → {fix}")
    return number


Competence = Annotated[str, AfterValidator(_known)]


def count(text: str) -> int:
    """Return the number of words: what stands between spaces and holds a letter or digit."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


@dataclass(frozen=True)
class Part:
    """What a screen shows of a block: the whole of it, or one of its parts."""

    block: Block
    item: Entry

    @property
    def kind(self) -> str:
        """Return the block's kind."""
        return self.block.kind

    @cached_property
    def words(self) -> int:
        """Return how many words stand there when the screen opens."""
        return self._counted[0] + self.block.weight

    @cached_property
    def told(self) -> int:
        """Return the words of one answer's feedback: the others stay unseen."""
        told = self._counted[1]
        return round(sum(told) / len(told)) if told else 0

    @cached_property
    def _counted(self) -> tuple[int, list[int]]:
        """Return the words that are seen, and those of each feedback."""
        seen, told = 0, []
        for text in texts(self.item):
            if not text.rule.hidden:
                seen += count(text.value)
            elif text.rule.feedback:
                told.append(count(text.value))
        return seen, told


class Word(Entry):
    """A new word and what it means, in one plain sentence."""

    about = About(_("Un mot du glossaire"), _("Un mot nouveau et son sens, en une phrase simple."))

    id: Id = Field(description=_("Le nom court du mot : le bloc `words` le nomme ainsi."))
    word: Inline = Field(description=_("Le mot, comme la personne le lit : « l’objet »."))
    meaning: Inline = Field(description=_("Son sens, en une phrase sans mot difficile."))

    def ids_under(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Keep the list's name, so that no activity's id can be the same."""
        return (*ids, self.id)


class Step(Entry):
    """A stretch of a module with one aim, shown as a sequence of screens."""

    about = About(
        _("Une étape"),
        _("Un bout du module qui a un seul but. Ses blocs se rangent seuls en écrans."),
    )

    id: Id = Field(
        description=_(
            "Le nom court de l’étape : petites lettres, chiffres, traits d’union. Ne le changez "
            "plus une fois publié : le travail des personnes y tient."
        )
    )
    title: Inline = Field(description=_("Ce que l’on fait dans l’étape, en quelques mots."))
    setting: Setting = Field(
        default="alone",
        description=_(
            "Comment on fait l’étape : `alone` (seul, c’est la règle), `group` (en groupe) ou "
            "`paper` (sur papier)."
        ),
    )
    training: bool = Field(
        default=False,
        description=_(
            "`true` pour une étape d’« Entraînement » : des exercices en plus, après la fin du "
            "module, pour qui le veut."
        ),
    )
    notes: Note | None = Field(
        default=None,
        description=_(
            "Pour le formateur seul, en 7 paragraphes : `**But.**`, `**Dites :**`, "
            "`**Demandez :**`, `**Confusions fréquentes.**`, `**En avance :**`, "
            "`**En difficulté :**`, `**Durée :**`. La personne qui apprend ne les voit pas."
        ),
    )
    blocks: tuple[InstanceOf[Block], ...] = Field(
        min_length=1,
        description=_("Les blocs, dans l’ordre. Chacun commence par « - », son type et « : »."),
    )

    @cached_property
    def screens(self) -> tuple[tuple[Part, ...], ...]:
        """Pack the blocks, in order, into screens of one action and about 60 words."""
        screens: list[list[Part]] = []
        open_words = WORDS_A_SCREEN + 1
        for block in self.blocks:
            for item in block.parts():
                part = Part(block, item)
                if block.alone or open_words + part.words > WORDS_A_SCREEN:
                    screens.append([])
                    open_words = 0
                screens[-1].append(part)
                ends = block.alone or block.closes
                open_words = WORDS_A_SCREEN + 1 if ends else open_words + part.words
        return tuple(tuple(screen) for screen in screens)

    @cached_property
    def minutes(self) -> float:
        """Return the minutes that a learner needs, at 80 words read and 10 typed a minute."""
        read = count(self.title) + sum(part.words + part.told for part in self._parts())
        typed = sum(block.typed_words() for block in self.blocks)
        return read / WORDS_READ_A_MINUTE + typed / WORDS_TYPED_A_MINUTE

    def _parts(self) -> Iterator[Part]:
        return (part for screen in self.screens for part in screen)


class Module(Entry):
    """One YAML spec: what a person learns in 20 to 30 minutes."""

    about = About(
        _("Le module"),
        _("Ce qu’une personne apprend en 20 à 30 minutes. Un fichier `module.yml`, en français."),
    )

    asked_often: ClassVar[bool] = True

    id: SkipJsonSchema[Id]  # its folder's name
    title: Inline = Field(description=_("Le titre, court, sur l’accueil et en haut de la page."))
    summary: Inline = Field(
        description=_("À quoi sert le module, en une phrase. Elle est sur sa première page.")
    )
    theme: Theme = Field(
        description=_(
            "Le groupe du module sur l’accueil : `first-steps` (premiers pas), `write-talk` "
            "(écrire et se parler), `job` (chercher un emploi) ou `safety` (rester en sécurité)."
        )
    )
    level: Level = Field(
        description=_(
            "Le niveau DigComp : `basic` (pour débuter), `intermediate` (moyen), `advanced` "
            "(avancé) ou `highly-advanced` (très avancé)."
        )
    )
    picture: Media = Field(
        description=_(
            "L’image du module : le nom d’un fichier de son dossier `media/`. Elle décore, elle "
            "n’a donc pas de description."
        )
    )
    competences: tuple[Competence, ...] = Field(
        min_length=1,
        description=_("Les compétences exercées, par leur numéro DigComp 3.0 : `[2.1, 2.2]`."),
    )
    prerequisites: tuple[Id, ...] = Field(
        default=(),
        description=_("Les modules à faire avant, par le nom de leur dossier : `[email-basics]`."),
    )
    objectives: tuple[Inline, ...] = Field(
        min_length=1,
        max_length=5,
        description=_("Ce que la personne sait faire à la fin : des phrases avec « Vous »."),
    )
    steps: tuple[Step, ...] = Field(min_length=1, description=_("Les étapes, dans l’ordre."))
    glossary: tuple[Word, ...] = Field(
        default=(),
        description=_("Les mots nouveaux. Le bloc `words` les montre où on les lit d’abord."),
    )
    home: Markdown = Field(
        description=_("Une chose à faire chez soi : elle est sur le dernier écran.")
    )
    needs: tuple[Inline, ...] = Field(
        default=(),
        max_length=4,
        description=_(
            "Ce qu’il faut dans la salle pour la leçon, en quelques mots par ligne : « une "
            "tablette par personne ». La page des leçons le montre."
        ),
    )
    lesson: tuple[Moment, ...] = Field(
        default=(),
        description=_(
            "Le déroulement d’une leçon en groupe, de 90 minutes au plus : un moment par ligne. "
            "Sans lui, la leçon suit les étapes."
        ),
    )

    worlds: SkipJsonSchema[tuple[InstanceOf[World], ...]] = ()  # files of their own

    @property
    def activities(self) -> Iterator[Activity]:
        """Return the blocks that people act on, in order."""
        blocks = (block for step in self.steps for block in step.blocks)
        return (block for block in blocks if isinstance(block, Activity))

    @cached_property
    def minutes(self) -> int:
        """Return the core's whole minutes, its first screen and its home task included."""
        around = [self.title, self.summary, *self.objectives, self.home]
        read = sum(map(count, around)) / WORDS_READ_A_MINUTE
        return round(read + sum(step.minutes for step in self.core))

    @property
    def core(self) -> tuple[Step, ...]:
        """Return the steps that make the module; what follows is more practice."""
        return tuple(step for step in self.steps if not step.training)

    @property
    def training_minutes(self) -> int:
        """Return the whole minutes of the practice after the module's end."""
        minutes = sum(step.minutes for step in self.steps if step.training)
        return max(1, round(minutes)) if minutes else 0
