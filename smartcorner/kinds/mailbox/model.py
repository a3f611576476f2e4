"""A mailbox to practise in: nothing leaves it, everything can be taken back."""

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from smartcorner.kinds import About, Entry, Id, Said, _
from smartcorner.kinds.mailbox.doing import (
    File,
    Folder,
    MailboxAction,
    MailboxDeed,
    MailboxTest,
    Message,
    Person,
)
from smartcorner.kinds.simulation import Simulation
from smartcorner.kinds.worlds import Thing, Things


class BodyOf(Entry):
    """One paragraph of a message."""

    about = About(_("Un paragraphe"), _("Un paragraphe du message."))

    id: Id = Field(description=_("Le nom court du paragraphe."))
    text: Said = Field(description=_("Le paragraphe, ou les mots d’un lien."))
    link: str | None = Field(
        None, description=_("L’adresse que le lien montre : `colis-payer.example`.")
    )


class SignOf(Entry):
    """A part of a message that one can touch, and why it is a sign or isn't."""

    about = About(_("Une partie à toucher"), _("Une partie du message, et ce qu’on en dit."))

    part: str = Field(description=_("`from`, `subject`, l’id d’un paragraphe ou d’un fichier."))
    why: Said = Field(description=_("Ce qu’on dit quand la personne touche cette partie."))


class MessageOf(Thing):
    """A message of the world."""

    about = About(
        _("Un message"), _("Un e-mail du monde : il est là au début, ou un événement l’apporte.")
    )

    from_: Person = Field(alias="from", description=_("La personne qui écrit."))
    to: tuple[Person, ...] | None = Field(
        None, description=_("Qui le reçoit. Sans cette ligne : la personne de la boîte.")
    )
    cc: tuple[Person, ...] = Field((), description=_("Qui le reçoit en copie."))
    date: Said = Field(description=_("Le jour, en peu de mots : « lundi 30 »."))
    subject: Said = Field(description=_("L’objet."))
    folder: Folder = Field("inbox", description=_("Le dossier où il est au début."))
    unread: bool | None = Field(None, description=_("S’il est nouveau ; un message reçu l’est."))
    body: tuple[BodyOf, ...] = Field(min_length=1, description=_("Les paragraphes."))
    attached: tuple[File, ...] = Field((), description=_("Les fichiers joints."))
    reply_to: Message | None = Field(None, description=_("Le message auquel il répond."))
    suspicious: bool = Field(
        default=False, description=_("C’est un faux : sa personne n’est pas proposée.")
    )
    signs: tuple[SignOf, ...] = Field((), description=_("Les signes d’un faux message."))
    honest: tuple[SignOf, ...] = Field(
        (), description=_("Les parties honnêtes qu’on pourrait prendre pour des signes.")
    )
    later: bool = Field(default=False, description=_("Un événement l’apporte."))

    @model_validator(mode="after")
    def _parts_are_there(self) -> Self:
        parts = ["from", "subject", *(part.id for part in self.body), *self.attached]
        for one in (*self.signs, *self.honest):
            if one.part not in parts:
                known = ", ".join(f"“{part}”" for part in parts)
                raise ValueError(f"“{one.part}” is no part of this message → write one of {known}")
        return self


class MailboxThings(Things):
    """Messages, and how much fits into one, in megabytes."""

    messages: tuple[MessageOf, ...] = Field((), description=_("Les messages."))
    limit: int = Field(10, ge=1, le=50, description=_("Combien de mégaoctets un message porte."))


class Mailbox(Simulation[MailboxTest, MailboxAction, MailboxDeed]):
    """A mailbox to practise in."""

    things: ClassVar[type[Things]] = MailboxThings

    about = About(
        _("Boîte e-mail"),
        _("Une boîte e-mail inventée : lire, écrire, joindre, trier, reconnaître un faux."),
        _("Pour faire le vrai geste là où rien ne peut mal se passer."),
    )

    skin: Literal["harbour", "slate", "meadow"] = Field(
        "harbour",
        description=_("L’aspect et les mots de l’outil. Un exercice « seul » en a un autre."),
    )
