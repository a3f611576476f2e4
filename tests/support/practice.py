"""The exercises of « E-mail : les bases », each played in three ways, as people would.

By the worked answer, by another right way, and by a typical mistake whose feedback is
read. Their first draw: Karim invites, the shop advertises, the false job is there.
"""

from collections.abc import Callable, Mapping

from tests.support.mailbox import Person
from tests.support.practice_cv import (
    complete_forgotten,
    complete_typed,
    complete_worked,
    cv_forwarded,
    cv_old,
    cv_worked,
)

Way = Callable[[Person], None]


# ---- read and sort ----


def sort_worked(person: Person) -> None:
    """Read, throw away, take back."""
    person.begin()
    person.open("Une offre pour vous")
    person.open("3 poêles pour le prix de 2")
    person.press("Effacer")
    person.folder("Indésirables")
    person.open("Votre livre est arrivé")
    person.press("Remettre à sa place")
    person.finish()
    person.reads("La publicité est dans la corbeille. Vous pouvez encore la reprendre.")


def sort_reported(person: Person) -> None:
    """The other way round, and the advertisement goes to the junk."""
    person.begin()
    person.folder("Indésirables")
    person.open("Votre livre est arrivé")
    person.press("Remettre à sa place")
    person.folder("Reçus")
    person.open("3 poêles pour le prix de 2")
    person.press("Signaler")
    person.open("Une offre pour vous")
    person.finish()
    person.reads("La publicité est avec les indésirables. Vous pouvez encore la reprendre.")


def sort_wrong_one(person: Person) -> None:
    """The counsellor's e-mail is thrown away, and taken back with « Annuler »."""
    person.begin()
    person.open("Une offre pour vous")
    person.press("Effacer")
    person.reads("L’e-mail d’Ana est dans la corbeille. Touchez « Annuler » pour le reprendre.")
    person.press("Annuler")
    person.open("3 poêles pour le prix de 2")
    person.press("Effacer")
    person.folder("Indésirables")
    person.open("Votre livre est arrivé")
    person.press("Remettre à sa place")
    person.finish()
    person.reads("Vous avez touché Annuler. C’est un bon réflexe : rien n’est perdu.")


# ---- answer an invitation ----


def answer_worked(person: Person) -> None:
    """« Répondre », and sentences to choose."""
    person.begin()
    person.open("Votre entretien")
    person.press("Répondre")
    person.sentences("Bonjour,", "Je viens samedi, à 14 h.", "Merci beaucoup.")
    person.press("Envoyer")
    person.open("Merci")
    person.finish()
    person.reads("Vous redites le jour. {case.host.first} sait que vous venez.", "Karim")
    person.reads("Vous touchez « Répondre ». L’adresse est déjà juste.")


def answer_new(person: Person) -> None:
    """A new message, typed, to the same person."""
    person.begin()
    person.open("Votre entretien")
    person.compose("Écrire")
    person.choose("Choisir une personne", "Karim Diallo")
    person.write("Objet", "Nadia")
    text = {"fr": "Bonjour Monsieur, oui, samdi à 14 h.", "en": "Hello, yes, Saterday at 2 p.m."}
    person.write("Message", text[person.locale])
    person.press("Envoyer")
    person.finish()
    person.reads("Essayez aussi « Répondre ». L’adresse est alors déjà là.")


def answer_without_day(person: Person) -> None:
    """Thanks without the day: Karim asks, and a second e-mail says it."""
    person.begin()
    person.open("Votre entretien")
    person.press("Répondre")
    person.sentences("Bonjour,", "Merci beaucoup.")
    person.press("Envoyer")
    person.reads("Votre réponse est partie. Écrivez encore une fois, avec le bon jour.")
    person.open("Quel jour ?")
    person.press("Répondre")
    person.sentences("Bonjour,", "Je viens samedi, à 14 h.")
    person.press("Envoyer")
    person.finish()


# ---- spot the false one ----


def spot_worked(person: Person) -> None:
    """Its address and its subject give it away; it is reported."""
    person.begin()
    person.open("Répondez avant 18 h !")
    person.press("Chercher les signes")
    person.mark("gagner@emploi-facile.example")
    person.reads("Nadia n’a rien demandé à ce bureau. Elle ne connaît pas cette adresse.")
    person.mark("Répondez avant 18 h !")
    person.press("Signaler")
    person.finish()
    person.reads("Il restait ces signes :")
    person.reads("Un employeur sérieux ne demande jamais d’argent.")


def spot_reported_first(person: Person) -> None:
    """Reported at once, then looked at among the junk."""
    person.begin()
    person.open("Répondez avant 18 h !")
    person.press("Signaler")
    person.folder("Indésirables")
    person.open("Répondez avant 18 h !")
    person.press("Chercher les signes")
    person.mark("Gagnez 200 euros par jour pour 1 heure de travail.")
    person.mark("Payez d’abord 30 euros pour votre dossier.")
    person.press("J’ai fini de chercher")
    person.finish()


def spot_clicked(person: Person) -> None:
    """The link is touched, an honest e-mail is suspected: both are explained."""
    person.begin()
    person.open("Répondez avant 18 h !")
    person.press("Payez d’abord 30 euros pour votre dossier.")
    person.asked("Vous avez touché un lien")
    person.press(person.button("J’ai compris", person.dialog))
    person.reads(
        "Ce lien mène à une fausse page. Ici, rien n’est perdu. Fermez et signalez l’e-mail."
    )
    person.press("Chercher les signes")
    person.mark("Bonjour,")
    person.reads("Ce n’est pas un signe.")
    person.mark("Gagnez 200 euros par jour pour 1 heure de travail.")
    person.mark("Répondez avant 18 h !")
    person.press("J’ai fini de chercher")
    person.open("Une offre pour vous")
    person.press("Chercher les signes")
    person.mark("Le restaurant Le Tilleul cherche une aide de cuisine. J’ai pensé à vous.")
    person.reads("Ana parle d’un emploi. Elle ne demande rien de secret.")
    person.press("J’ai fini de chercher")
    person.press("Signaler")
    person.reads("Cet e-mail est vrai : Nadia connaît Ana. Touchez « Annuler ».")
    person.press("Annuler")
    person.open("Répondez avant 18 h !")
    person.press("Signaler")
    person.finish()
    person.reads("Ceci est normal :")
    person.reads("Ana parle d’un emploi. Elle ne demande rien de secret.")


# ---- write to the counsellor, alone, in a third look ----


def adviser_worked(person: Person) -> None:
    """A new message, from sentences."""
    person.begin()
    person.compose("Composer")
    person.fill(
        *("Bonjour,", "Pouvez-vous relire mon CV avec moi ?", "Merci beaucoup."),
        to="Ana Costa",
        subject="Ma question : Nadia Lambert",
    )
    person.press("Envoyer")
    person.open("Avec plaisir")
    person.finish()
    person.reads("Votre question est claire. Ana peut vous répondre.")


def adviser_answered(person: Person) -> None:
    """Ana's own e-mail is found by a search, and answered with a question that is typed."""
    person.begin()
    person.search("Ana")
    person.open("Besoin d’aide ?")
    person.press("Répondre")
    text = {
        "fr": "Bonjour Ana, quel jour puis-je venir ?",
        "en": "Hello Ana, which day can I come?",
    }
    person.write("Message", text[person.locale])
    person.press("Envoyer")
    person.finish()


def adviser_no_question(person: Person) -> None:
    """Hello and no question: Ana asks which; the empty subject is noticed."""
    person.begin()
    person.compose("Composer")
    person.fill("Bonjour,", "Merci beaucoup.", to="Ana Costa")
    person.press("Envoyer")
    person.asked("Il n’y a pas d’objet")
    person.press(person.button("Envoyer quand même", person.dialog))
    person.reads("Votre e-mail est parti. Écrivez encore, avec une question.")
    person.open("Votre question ?")
    person.press("Répondre")
    person.sentences("Bonjour,", "Quel jour puis-je venir ?")
    person.press("Envoyer")
    person.finish()


# By the step that holds the exercise.
JOURNEYS: Mapping[str, Mapping[str, Way]] = {
    "practice": {"worked": complete_worked, "other": complete_typed, "mistake": complete_forgotten},
    "sort-mail": {"worked": sort_worked, "other": sort_reported, "mistake": sort_wrong_one},
    "answer-mail": {"worked": answer_worked, "other": answer_new, "mistake": answer_without_day},
    "send-cv": {"worked": cv_worked, "other": cv_forwarded, "mistake": cv_old},
    "spot-false": {"worked": spot_worked, "other": spot_reported_first, "mistake": spot_clicked},
    "write-adviser": {
        "worked": adviser_worked,
        "other": adviser_answered,
        "mistake": adviser_no_question,
    },
}
SCREEN = {"practice": "#practice/2"}  # where the exercise isn't the step's first screen
