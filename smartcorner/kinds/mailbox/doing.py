"""What a person can do in a mailbox, and what conditions can ask of it."""

from typing import Annotated, Literal

from pydantic import Field

from smartcorner.kinds import Said, _
from smartcorner.kinds.naming import Of
from smartcorner.kinds.simulation import Action, Args, Condition, Deed

Folder = Literal["inbox", "sent", "drafts", "bin", "junk"]
Line = Literal["to", "cc", "bcc"]
Person = Annotated[str, Of("people")]
File = Annotated[str, Of("files")]
Sentence = Annotated[str, Of("sentences")]
Message = Annotated[str, Of("messages")]

# ---- what a person does ----


class OneMessage(Args):
    """A message of the world."""

    message: Message = Field(description=_("L’id d’un message du monde."))


class ThisMessage(Args):
    """A message; without it, the one that is open."""

    message: Message | None = Field(
        None, description=_("L’id d’un message. Sans lui : le message ouvert.")
    )


class Nothing(Args):
    """No arguments."""


class InFolder(Args):
    """One of the folders."""

    folder: Folder = Field(description=_("Reçus, envoyés, brouillons, corbeille, indésirables."))


class Words(Args):
    """What is looked for."""

    text: Said = Field(description=_("Les mots que la personne cherche."))


class Write(Args):
    """What is put into the message that is being written; the rest stays as it is."""

    to: tuple[Person, ...] | None = Field(None, description=_("Les personnes de la ligne « À »."))
    cc: tuple[Person, ...] | None = Field(None, description=_("Les personnes en copie, Cc."))
    bcc: tuple[Person, ...] | None = Field(
        None, description=_("Les personnes en copie cachée, Cci.")
    )
    subject: Said | None = Field(None, description=_("L’objet, tapé."))
    sentences: tuple[Sentence, ...] | None = Field(
        None, description=_("Les phrases choisies. Une phrase `means: [subject]` est un objet.")
    )
    text: Said | None = Field(None, description=_("Le message, tapé."))
    attach: tuple[File, ...] | None = Field(None, description=_("Les fichiers joints."))


class Receiver(Args):
    """Somebody on one of the lines."""

    person: Person = Field(description=_("La personne choisie."))
    field: Line = Field("to", description=_("La ligne : `to` (À), `cc` ou `bcc` (Cci)."))


class Typed(Args):
    """Words that are typed."""

    text: Said = Field(description=_("Ce que la personne tape."))
    field: Literal["to", "cc", "bcc", "subject", "text"] = Field(
        "text", description=_("La ligne où elle tape ; `text` est le message.")
    )


class OneFile(Args):
    """A file of the world."""

    file: File = Field(description=_("L’id d’un fichier du monde."))


class OneSentence(Args):
    """A sentence of the world."""

    sentence: Sentence = Field(description=_("L’id d’une phrase du monde."))


class Send(Args):
    """Sending, also against the tool's advice."""

    anyway: bool = Field(
        default=False, description=_("Aussi quand l’outil prévient : fichier oublié, pas d’objet.")
    )


class OnePart(Args):
    """A part of a message."""

    message: Message = Field(description=_("L’id du message."))
    part: str = Field(description=_("`from`, `subject`, l’id d’un paragraphe ou d’un fichier."))


class MailboxAction(Action):
    """What a person does in a mailbox."""

    folder: InFolder | None = Field(None, description=_("Ouvrir un dossier."))
    open: OneMessage | None = Field(None, description=_("Ouvrir un message."))
    close: Nothing | None = Field(None, description=_("Revenir à la liste."))
    search: Words | None = Field(None, description=_("Chercher des mots."))
    unread: OneMessage | None = Field(None, description=_("Marquer un message non lu."))
    compose: Nothing | None = Field(None, description=_("Commencer un nouveau message."))
    reply: ThisMessage | None = Field(None, description=_("Répondre à la personne."))
    reply_all: ThisMessage | None = Field(
        None, alias="reply-all", description=_("Répondre à tous.")
    )
    forward: ThisMessage | None = Field(None, description=_("Transférer le message."))
    write: Write | None = Field(None, description=_("Remplir plusieurs lignes du message."))
    add: Receiver | None = Field(None, description=_("Choisir une personne."))
    type: Typed | None = Field(None, description=_("Taper du texte."))
    sentence: OneSentence | None = Field(None, description=_("Choisir une phrase."))
    attach: OneFile | None = Field(None, description=_("Joindre un fichier."))
    detach: OneFile | None = Field(None, description=_("Retirer un fichier."))
    send: Send | None = Field(None, description=_("Envoyer."))
    unsend: Nothing | None = Field(None, description=_("Annuler l’envoi qui vient de partir."))
    discard: Nothing | None = Field(None, description=_("Jeter le brouillon ouvert."))
    delete: ThisMessage | None = Field(None, description=_("Mettre à la corbeille."))
    recover: ThisMessage | None = Field(
        None, description=_("Reprendre un message dans la corbeille ou les indésirables.")
    )
    report: ThisMessage | None = Field(None, description=_("Signaler un message."))
    look: ThisMessage | None = Field(None, description=_("Chercher les signes d’un faux message."))
    sign: OnePart | None = Field(None, description=_("Toucher une partie comme un signe."))
    link: OnePart | None = Field(None, description=_("Toucher un lien."))


class MailboxDeed(Deed):
    """What an event does in a mailbox."""

    receive: OneMessage | None = Field(None, description=_("Le message arrive dans les reçus."))


# ---- what conditions ask ----


class Written(Args):
    """One message that the person wrote fits all that is said here."""

    to: tuple[Person, ...] | None = Field(
        None, description=_("Ces personnes, et elles seules, sont sur la ligne « À ».")
    )
    cc: tuple[Person, ...] | None = Field(
        None, description=_("Ces personnes, et elles seules, sont en copie. `[]` : personne.")
    )
    bcc: tuple[Person, ...] | None = Field(None, description=_("De même en copie cachée."))
    anyone: Person | None = Field(None, description=_("La personne est sur une des lignes."))
    lost: bool | None = Field(None, description=_("Une adresse n’est celle de personne."))
    attached: tuple[File, ...] | None = Field(
        None, description=_("Ces fichiers, et eux seuls, sont joints. `[]` : aucun.")
    )
    forgot: bool | None = Field(
        None, description=_("Le texte dit « ci-joint » et rien n’est joint.")
    )
    subject: bool | None = Field(None, description=_("Il y a un objet."))
    subject_says: str | None = Field(
        None, description=_("L’objet dit un des mots du monde : `job`, par exemple.")
    )
    greeting: bool | None = Field(None, description=_("Le texte dit bonjour (`words: greeting`)."))
    thanks: bool | None = Field(None, description=_("Le texte dit merci (`words: thanks`)."))
    job: bool | None = Field(
        None, description=_("L’objet ou le texte dit le métier (`words: job`).")
    )
    says: tuple[str, ...] | None = Field(
        None, description=_("Le texte dit chacun de ces mots du monde.")
    )
    words: int | None = Field(None, ge=1, le=60, description=_("Autant de mots, au moins."))
    answers: Message | None = Field(None, description=_("C’est la réponse à ce message."))
    forwards: Message | None = Field(None, description=_("C’est ce message, transféré."))


class InPlace(Args):
    """A message in a folder."""

    message: Message = Field(description=_("L’id du message."))
    folder: Folder = Field(description=_("Le dossier où il est."))


class Signs(Args):
    """The signs that were touched."""

    message: Message = Field(description=_("L’id du message."))
    found: int | None = Field(
        None,
        ge=1,
        le=9,
        description=_("Combien de signes sont trouvés, au moins. Sans lui : tous."),
    )


class Found(Args):
    """A search."""

    finds: Message = Field(description=_("Le message que la recherche montre."))


class MailboxTest(Condition[MailboxAction]):
    """What conditions can ask of a mailbox."""

    sent: Written | None = Field(None, description=_("Un message ainsi est envoyé."))
    drafted: Written | None = Field(None, description=_("Un brouillon ainsi est gardé."))
    opened: OneMessage | None = Field(None, description=_("Le message a été ouvert."))
    in_: InPlace | None = Field(None, alias="in", description=_("Le message est dans ce dossier."))
    reported: OneMessage | None = Field(None, description=_("Le message est signalé."))
    clicked: OneMessage | None = Field(None, description=_("Un lien du message a été touché."))
    signs: Signs | None = Field(None, description=_("Des signes du message sont trouvés."))
    alarm: OneMessage | None = Field(
        None, description=_("Une partie honnête du message a été touchée comme un signe.")
    )
    searched: Found | None = Field(None, description=_("Une recherche a montré le message."))
