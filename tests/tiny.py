"""The smallest project that is right, for tests to break one thing at a time."""

from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="150" viewBox="0 0 240 150"/>'

MODULE = """\
title: "Le courrier"
summary: "Lire un message."
theme: write-talk
level: basic
picture: cover.svg
competences: [2.1]
objectives:
  - "Vous lisez un message."
steps:
  - id: read
    title: "Lire"
    blocks:
      - text: "Ouvrez la boîte."
      - checklist:
          id: ready
          title: "À vous"
          items:
            - {id: opened, text: "J’ai ouvert la boîte."}
  - id: answer
    title: "Répondre"
    blocks:
      - quiz:
          id: check
          questions:
            - id: first
              type: single
              ask: "Que faites-vous ?"
              choices:
                - {id: open, text: "J’ouvre.", right: true, feedback: "« J’ouvre » suffit."}
                - {id: leave, text: "Je pars.", feedback: "« Je pars » attend un peu."}
glossary:
  - {id: box, word: "la boîte", meaning: "L’endroit des messages."}
home: "Ouvrez votre boîte."
"""


def project(root: Path, **modules: str) -> Path:
    """Write modules (`mail="…"`) into a folder and return it."""
    for name, text in (modules or {"mail": MODULE}).items():
        folder = root / "modules" / name
        (folder / "media").mkdir(parents=True)
        (folder / "module.yml").write_text(text, "utf-8")
        (folder / "media" / "cover.svg").write_text(SVG, "utf-8")
    return root


def said(problems: object) -> str:
    """Return problems as they are printed, one a line."""
    assert isinstance(problems, (list, tuple))
    return "\n".join(map(str, problems))
