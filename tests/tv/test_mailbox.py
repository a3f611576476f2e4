"""A simulation in Chromium 69 itself, the browser of old TVs: from its opening words to its end."""

import pytest

from tests.support.sites import ROOT
from tests.support.tv import TV

pytestmark = [pytest.mark.tv, pytest.mark.slow]

PICTURES = ROOT / "build/tv/mailbox"
SHOWN = "Array.from(document.querySelectorAll('.sim')).find((one) => one.offsetParent)"
GOAL = f"{SHOWN}.querySelector('.sim-goal').innerText"
ROW = """((words) => {
  const row = Array.from(document.querySelectorAll('.mb-row, dialog[open] button'))
    .find((one) => one.offsetParent && one.innerText.includes(words));
  row.scrollIntoView({ block: 'center' });
  row.focus();
  row.click();
})"""


def choose(tv: TV, words: str) -> None:
    tv.rested()
    tv.js(f"{ROW}({words!r})")


@pytest.mark.parametrize("size", [(960, 540), (1920, 1080)])
def test_an_answer_is_written_and_sent(tv: TV, mailbox_site: str, size: tuple[int, int]) -> None:
    tv.resize(*size)
    tv.open(f"{mailbox_site}modules/mailbox.html?device=shared#answer")
    tv.wait(f"Boolean({SHOWN})")
    tv.watch()
    tv.screenshot(PICTURES / f"{size[1]}-intro.png")
    tv.touch("J’essaie")
    choose(tv, "Votre entretien")
    tv.screenshot(PICTURES / f"{size[1]}-read.png")
    tv.touch("Répondre")
    tv.touch("Choisir des phrases")
    choose(tv, "Bonjour,")
    tv.touch("C’est bon")
    tv.touch("Joindre un fichier")
    choose(tv, "CV_Nadia_Lambert.pdf")
    tv.screenshot(PICTURES / f"{size[1]}-write.png")
    tv.touch("Envoyer")
    tv.wait(f"{GOAL}.includes('Tout est fait')")
    tv.touch("Voir le bilan")
    tv.screenshot(PICTURES / f"{size[1]}-end.png")
    assert tv.js("document.scrollingElement.scrollWidth <= innerWidth")
    assert not [said for said in tv.console if said.get("level") == "error"]


# What has the focus says; a section or the page itself would say all that is in it.
FOCUS = """((one) => (one.matches('button, h3') ? one.innerText.replace(/\\s+/g, ' ') : ''))(
  document.activeElement)"""


def by_key(tv: TV, words: str) -> None:
    """Go with Tab to what says these words, and press it with Enter."""
    for _ in range(90):
        if words in tv.js(FOCUS):
            break
        tv.press("Tab")
    else:
        raise AssertionError(f"Tab does not lead to « {words} »")
    tv.rested()
    tv.press("Return")


def test_a_false_message_is_found_out_from_a_disk_by_keyboard_alone(tv: TV, file_site: str) -> None:
    tv.resize(1280, 720)
    tv.open(f"{file_site}modules/email-basics.html?device=shared#spot-false")
    tv.wait(f"Boolean({SHOWN})")
    tv.watch()
    by_key(tv, "J’essaie")
    by_key(tv, "Répondez avant 18 h")
    tv.wait("document.activeElement.innerText.includes('Répondez avant')")  # the message's title
    by_key(tv, "Chercher les signes")
    by_key(tv, "gagner@emploi-facile.example")
    tv.wait(f"{SHOWN}.querySelector('.mb-why').innerText.includes('Elle ne connaît pas')")
    by_key(tv, "Gagnez 200 euros")
    tv.wait(f"{GOAL}.includes('2 sur 2')")
    tv.screenshot(PICTURES / "720-signs.png")
    by_key(tv, "Signaler")
    tv.wait(f"{GOAL}.includes('Tout est fait')")
    by_key(tv, "Voir le bilan")
    tv.wait(f"{SHOWN}.querySelector('.sim-end').innerText.includes('Il restait ces signes')")
    tv.wait(f"{FOCUS}.trim() === 'Tous vos buts sont atteints'")
    tv.screenshot(PICTURES / "720-found.png")
    assert tv.js("document.scrollingElement.scrollWidth <= innerWidth")
