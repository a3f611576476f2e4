"""Rules of a whole module: the score of a step, the words of a screen, exceptions."""

from pathlib import Path

import pytest

from smartcorner.cli import main
from smartcorner.reading.language import written
from tests.reading.tiny_course import checked, line_of, told
from tests.reading.tiny_course import written as course
from tests.tiny import MODULE

TEXT = '- text: "Ouvrez la boîte."'
HARD = (
    "L’administration régionale organise l’accompagnement individualisé. "
    "La réglementation détermine l’indemnisation. "
    "L’établissement communique ultérieurement."
)
HARD_ENGLISH = (
    "Regional administration organises individual accompaniment. "
    "Regulation determines indemnification. "
    "Establishments communicate subsequently."
)
EASY = "Ouvrez la boîte. Lisez le mot. Il est court."


def module(*blocks: str) -> str:
    """Return the tiny module with other blocks in place of its first text."""
    assert TEXT in MODULE
    return MODULE.replace(TEXT, "\n      ".join(f"- {block}" for block in blocks))


def of(root: Path, rule: str) -> list[str]:
    return [str(problem) for problem in checked(root) if problem.rule == rule]


def hard(times: int = 3) -> tuple[str, dict[str, str]]:
    """Return a module whose first step is hard to read, and its easy English."""
    texts = [HARD.replace(".", f" {n}.") for n in range(times)]
    english = dict.fromkeys(texts, "Open the box. Read the note. It is short.")
    return module(*(f'text: "{text}"' for text in texts)), english


def test_a_step_that_is_hard_to_read_is_an_error_at_its_title(tmp_path: Path) -> None:
    said = of(course(tmp_path, *hard()), "reading-ease")
    assert len(said) == 1
    assert said[0].startswith("modules/mail/module.yml:11:12: step 1 « Lire », title: the texts")
    assert "aim at 80, 70 at least" in said[0]


def test_a_step_is_scored_in_english_too(tmp_path: Path) -> None:
    texts = {f"{EASY} {n}": f"{HARD_ENGLISH} {n}" for n in range(3)}
    root = course(tmp_path, module(*(f'text: "{text}"' for text in texts)), texts)
    said = of(root, "reading-ease")
    line = line_of(root / "modules/mail/en.po", 'msgid "Lire"')
    assert [line_.split(": ")[0] for line_ in said] == [f"modules/mail/en.po:{line}"]


def test_the_scores_are_the_published_formulas() -> None:
    french, english = written("fr").ease, written("en").ease
    assert french
    assert english
    # 100 words in 10 sentences of 150 syllables.
    assert french.score(100, 10, 150) == pytest.approx(207 - 10.15 - 110.4)
    assert english.score(100, 10, 150) == pytest.approx(206.835 - 10.15 - 126.9)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("fr", "la table 2, une idée 3, adresse 2, écouter 3, vidéo 3, quatre 1, envoyer 3"),
        ("fr", "employeur 3, guide 1, maïs 2, client 2, œil 1, feuille 1, musée 2, voyage 2"),
        ("en", "people 2, table 2, computer 3, interview 3, touched 1, message 2, area 3"),
        ("en", "idea 3, reading 2, video 3, adviser 3, offices 3, time 1, wanted 2, job 1"),
    ],
)
def test_syllables_are_counted_as_they_are_said(tag: str, words: str) -> None:
    language = written(tag)
    for entry in words.split(", "):
        text, _, number = entry.rpartition(" ")
        assert (text, language.count(text).syllables) == (text, int(number))


def test_a_screen_holds_60_words_in_each_language(tmp_path: Path) -> None:
    french = " ".join(["Ouvrez la boîte."] * 3)
    block = "|\n" + "\n\n".join(f"          {french}" for _ in range(6))
    text = "\n\n".join([french] * 6)
    long = "\n\n".join(["Open the green box. Read all. Now go."] * 8)  # 64 words, and 6 below
    root = course(tmp_path, module(f"text: {block}"), {text: long})
    said = of(root, "screen-length")
    assert [line.split(": ", 2)[2] for line in said] == [
        "70 words on one screen → cut or split: 60 words at most [screen-length]"
    ]


def test_a_part_that_is_too_long_for_a_screen_is_told_in_french(tmp_path: Path) -> None:
    text = "\n\n".join(["          Ouvrez la boîte. Lisez le mot. Il est court."] * 7)
    root = course(tmp_path, module(f"text: |\n{text}"))
    said = of(root, "screen-length")
    assert [line.split(": ")[0] for line in said] == ["modules/mail/module.yml:13:15"]


ACCEPTED = 'text: {text: "Cliquez.", accept: [{rule: one-word, reason: "Le mot du bouton réel."}]}'


def test_an_exception_lets_a_rule_be_broken_and_is_listed(tmp_path: Path) -> None:
    root = course(tmp_path, module(ACCEPTED), {"Cliquez.": "Click."})
    (problem,) = checked(root)
    assert problem.severity == "accepted"
    assert problem.as_json()["rule"] == "one-word"
    assert str(problem) == (
        "modules/mail/module.yml:13:43: step 1 « Lire », text, accept, 1st entry: "
        "(accepted) one-word, 2 times → Le mot du bouton réel."
    )


def test_the_command_prints_exceptions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = course(tmp_path, module(ACCEPTED), {"Cliquez.": "Touch."})
    assert main(["check"], root) == 0
    said = capsys.readouterr()
    assert "(accepted) one-word, 1 time → Le mot du bouton réel." in said.err
    assert said.out.endswith("in fr, en, 1 exception.\n")
    assert main(["check", "--format", "json"], root) == 0
    assert '"fix": "Le mot du bouton réel.", "rule": "one-word"' in capsys.readouterr().out


def test_an_exception_holds_for_its_block_and_its_rule_only(tmp_path: Path) -> None:
    other = module(ACCEPTED, 'tip: "Cliquez ici."')
    root = course(tmp_path, other, {"Cliquez.": "Touch.", "Cliquez ici.": "Touch here."})
    assert len(of(root, "one-word")) == 2
    wrong = ACCEPTED.replace("Cliquez.", "Touchez IV.")
    root = course(tmp_path / "b", module(wrong), {"Touchez IV.": "Touch it."})
    assert [problem.rule for problem in checked(root) if problem.severity == "error"] == [
        "roman-numeral"
    ]


def test_an_exception_that_nothing_needs_is_a_warning(tmp_path: Path) -> None:
    text = ACCEPTED.replace("Cliquez.", "Touchez.")
    (problem,) = checked(course(tmp_path, module(text), {"Touchez.": "Touch."}))
    assert problem.severity == "warning"
    assert "nothing breaks it → take it away" in str(problem)


def test_an_unknown_rule_names_the_one_meant(tmp_path: Path) -> None:
    root = course(tmp_path)
    path = root / "modules/mail/module.yml"
    wrong = module(ACCEPTED.replace("one-word", "one-words"))
    path.write_text(wrong, "utf-8")
    assert any("“rule” can’t be “one-words” → write “one-word”" in line for line in told(root))


def test_an_exception_needs_its_reason(tmp_path: Path) -> None:
    root = course(tmp_path)
    wrong = module(ACCEPTED.replace("Le mot du bouton réel.", "oui"))
    (root / "modules/mail/module.yml").write_text(wrong, "utf-8")
    assert any("“reason”" in line for line in told(root))


def test_a_text_written_with_its_key_is_found(tmp_path: Path) -> None:
    text = ACCEPTED.replace("one-word", "idiom")
    root = course(tmp_path, module(text), {"Cliquez.": "Touch."})
    assert [line.split(": ")[0] for line in of(root, "one-word")] == [
        "modules/mail/module.yml:13:22"
    ]


def test_a_block_left_out_of_the_score_lets_its_step_pass(tmp_path: Path) -> None:
    accept = 'accept: [{rule: reading-ease, reason: "Le texte d’une vraie loi."}]'
    texts, english = hard()
    for text in english:
        texts = texts.replace(f'text: "{text}"', f'text: {{text: "{text}", {accept}}}')
    said = told(course(tmp_path, texts, english))
    assert len(said) == 3
    assert all("(accepted) reading-ease, 1 time" in line for line in said)


def test_a_language_is_added_with_a_file_alone(tmp_path: Path) -> None:
    root = course(tmp_path)
    (root / "locales").mkdir()
    (root / "locales/nl.po").write_bytes(b"")
    rules = "avoid:\n  - {rule: one-word, instead: {tikken: [klikken]}}\n"
    (root / "locales/nl.yml").write_text(rules, "utf-8")
    (root / "modules/mail/nl.po").write_text(
        'msgid ""\nmsgstr ""\n\n'
        'msgctxt "read/text"\nmsgid "Ouvrez la boîte."\nmsgstr "Klikken maar."\n',
        "utf-8",
    )
    (problem,) = (one for one in checked(root) if one.rule)
    assert str(problem) == (
        "modules/mail/nl.po:5: read/text: (warning) “Klikken” has another name on these pages "
        "→ write tikken [one-word]"
    )


def test_a_wrong_file_of_a_language_is_told_once(tmp_path: Path) -> None:
    root = course(tmp_path)
    (root / "locales").mkdir()
    (root / "locales/fr.yml").write_text("avoids: []\n", "utf-8")
    said = [line for line in told(root) if "fr.yml" in line]
    assert len(said) == 1
    assert "“avoids” isn’t known here → write “avoid”" in said[0]
