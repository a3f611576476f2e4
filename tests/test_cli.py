"""The commands: exit codes 0, 1 (something is wrong) and 2 (misused), and what they say."""

import json
import shutil
from pathlib import Path
from socket import socket

import pytest

from smartcorner.cli import main
from tests.support.sites import ROOT

COMMANDS = ("build", "serve", "check", "new", "schema", "package", "texts")
EMAIL = "modules/email-basics/module.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with our modules, in which a test may break something."""
    shutil.copytree(ROOT / "modules", tmp_path / "modules")
    return tmp_path


def break_email(root: Path) -> None:
    path = root / EMAIL
    path.write_text(path.read_text("utf-8").replace("summary:", "sumary:", 1), "utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main([command, "--help"])
    assert done.value.code == 0
    assert f"build_modules.py {command}" in capsys.readouterr().out


def test_the_whole_program_names_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main(["--help"])
    assert done.value.code == 0
    said = capsys.readouterr().out
    assert all(f"\n    {command} " in said for command in COMMANDS)


@pytest.mark.parametrize(
    "wrong",
    [
        ["bake"],
        ["check", "--format", "xml"],
        ["serve", "--port", "high"],
        ["serve", "--port", "70000"],
        ["--fast"],
    ],
    ids=" ".join,
)
def test_bad_usage_is_2(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main(wrong)
    assert done.value.code == 2
    assert "usage: build_modules.py" in capsys.readouterr().err


def test_right_modules_are_0(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"], root) == 0
    assert "modules are right, in fr, en" in capsys.readouterr().out


@pytest.mark.parametrize("named", ["email-basics", "modules/email-basics", EMAIL])
def test_a_module_is_checked_by_its_name_or_its_path(
    root: Path, named: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    assert main(["check", named], root) == 0
    assert capsys.readouterr().out.startswith("1 module")


@pytest.mark.parametrize(
    "named", ["email-basic", "modules/email-basics/en.po", "modules/email-basics/worlds"]
)
def test_what_is_no_module_is_2(
    root: Path, named: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    assert main(["check", named], root) == 2
    assert f"no module at {named}" in capsys.readouterr().err


def test_a_catalogue_is_named_after_a_language(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "locales").mkdir()
    for name, code in (("pt-BR", 0), ("pt_BR", 1), ("backup", 1)):
        path = root / f"locales/{name}.po"
        path.write_text('msgid ""\nmsgstr ""\n', "utf-8")
        assert main(["check"], root) == code, name
        path.unlink()
        said = capsys.readouterr().err
        assert not code or f"“{name}” is no language → name the file nl.po or pt-BR.po" in said


def test_what_cannot_be_written_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--output", str(root / "modules")], root) == 1
    assert str(root / "modules") in capsys.readouterr().err


def test_a_port_that_is_taken_names_another(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)], root) == 1
    said = capsys.readouterr().err
    assert f"port {port} is taken → end the other preview, or: make serve PORT={port + 1}" in said


def test_an_error_is_1_with_its_place(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_email(root)
    assert main(["check"], root) == 1
    said = capsys.readouterr().err
    assert f"{EMAIL}:2:1" in said
    assert "summary" in said
    assert said.endswith("Nothing was changed.\n")


def test_editors_get_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "json"], root) == 0
    told = json.loads(capsys.readouterr().out)
    assert {problem["severity"] for problem in told} <= {"accepted"}
    break_email(root)
    assert main(["check", "--format", "json"], root) == 1
    told = json.loads(capsys.readouterr().out)
    assert {problem["line"] for problem in told} >= {2}
    assert {problem["severity"] for problem in told} <= {"error", "accepted"}


def test_a_module_of_another_kind_does_not_hide_an_error(root: Path) -> None:
    break_email(root)
    assert main(["check", "video-call-etiquette"], root) == 0
