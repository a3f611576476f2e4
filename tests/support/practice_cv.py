"""A CV is sent: with a complete e-mail, then with a copy to the counsellor in another look."""

from tests.support.mailbox import Person

SUBJECT = "Aide de cuisine : Nadia Lambert"
ATTACHED = "Vous trouvez mon CV ci-joint."
CV = "CV_Nadia_Lambert.pdf"

# ---- the module's own: a complete e-mail ----


def complete_worked(person: Person) -> None:
    """The person, the subject, sentences and the CV, line after line."""
    person.begin()
    person.open("Offre : restaurant Le Tilleul")
    person.reads("Bonjour Nadia,")
    person.compose("Écrire")
    person.fill(
        "Bonjour,",
        "Votre offre d’aide de cuisine m’intéresse.",
        ATTACHED,
        "Merci beaucoup.",
        to="Karim Diallo",
        subject=SUBJECT,
        file=CV,
    )
    person.press("Envoyer")
    person.open("Votre CV est bien arrivé")
    person.finish()
    person.reads("Vous joignez le CV. {case.host.first} peut le lire.", "Karim")
    person.reads("Vous dites bonjour et merci. C’est agréable à lire.")


def complete_typed(person: Person) -> None:
    """All of it typed, with slips of the hand; the address has capitals and a full stop."""
    person.begin()
    person.open("Offre : restaurant Le Tilleul")
    person.compose("Écrire")
    person.write("À", "Karim.Diallo@example.org.")
    person.press(person.bench.locator('[data-k="in-to"]'))
    person.write("Objet", person.say("Votre offre d’aide de cuisine m’intéresse."))
    text = {"fr": "Bonjor, je sais couper.", "en": "Helo, I can cut."}
    person.write("Message", text[person.locale])
    person.fill(file=CV)
    person.press("Envoyer")
    person.finish()
    person.reads("Votre objet dit le métier. {case.host.first} comprend vite.", "Karim")
    person.reads("La prochaine fois, ajoutez un merci. C’est agréable à lire.")


def complete_forgotten(person: Person) -> None:
    """Without the CV: the tool asks, Karim asks, a second e-mail is enough."""
    person.begin()
    person.open("Offre : restaurant Le Tilleul")
    person.compose("Écrire")
    person.fill("Bonjour,", ATTACHED, to="Karim Diallo", subject=SUBJECT)
    person.press("Envoyer")
    person.asked(
        "Vous écrivez « ci-joint » mais rien n’est joint. Voulez-vous joindre le fichier ?"
    )
    person.press(person.button("Envoyer quand même", person.dialog))
    person.reads(
        "Votre e-mail est parti sans le CV. Cela arrive souvent. "
        "Envoyez un deuxième e-mail, avec le CV."
    )
    person.open("Où est votre CV ?")
    person.press("Répondre")
    person.fill("Bonjour,", file=CV)
    person.press("Envoyer")
    person.finish()


# ---- apply with a CV and a copy, in another look ----


def cv_worked(person: Person) -> None:
    """To Karim, Ana in copy, the right one of four files."""
    person.begin()
    person.open("Offre : restaurant Le Tilleul")
    person.compose("Nouveau message")
    person.fill(
        *("Bonjour,", ATTACHED, "Merci beaucoup."),
        to="Karim Diallo",
        copy="Ana Costa",
        subject=SUBJECT,
        file=CV,
    )
    person.press("Envoyer")
    person.finish()
    person.reads("Ana est en copie. Elle lit votre e-mail, pour information.")


def cv_forwarded(person: Person) -> None:
    """The advert itself is passed on to the employer, with a copy and the CV."""
    person.begin()
    person.open("Offre : restaurant Le Tilleul")
    person.press("Transférer")
    person.fill("Bonjour,", to="Karim Diallo", copy="Ana Costa", file=CV)
    person.press("Envoyer")
    person.finish()
    person.reads("Vous joignez le bon CV. {case.host.first} peut le lire.", "Karim")


def cv_old(person: Person) -> None:
    """A film that is too large, then the old CV, and no copy."""
    person.begin()
    person.open("Offre : restaurant Le Tilleul")
    person.compose("Nouveau message")
    person.fill("Bonjour,", to="Karim Diallo", subject="Urgent")
    person.press("Ajouter un fichier")
    person.press(person.dialog.locator(".mb-choice", has_text="85"))
    person.asked("Ce fichier est trop lourd")
    person.press(person.button("J’ai compris", person.dialog))
    person.fill(file="CV_2015_vieux.pdf")
    person.press("Envoyer")
    person.reads("Ce CV est ancien. Envoyez encore un e-mail avec CV_Nadia_Lambert.pdf.")
    person.compose("Nouveau message")
    person.fill("Bonjour,", to="Karim Diallo", subject=SUBJECT, file=CV)
    person.press("Envoyer")
    person.reads("Votre CV est parti. Ana attend une copie : écrivez encore, avec Ana en Cc.")
    person.press("Annuler l’envoi")
    person.copy_to("Ana Costa")
    person.press("Envoyer")
    person.finish()
