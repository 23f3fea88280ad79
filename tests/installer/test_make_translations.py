"""The texts of the window are found, all of them, and translators' work is kept."""

import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from dimitra_studio.gui.command_table import COMMANDS
from installer import make_translations
from installer.make_translations import ROOT, ToolError, as_module, collect, labels, sources

Text = tuple[str, str]
"""Context and English."""

NAMES = {"_tr", "say", "translate"}
"""What modules call ``QCoreApplication.translate``; lupdate is told of them."""

TABLES = {
    "commands.py",
    "channel_order.py",
    "export_curves.py",
    "export_kinds.py",
    "translations.py",
}
"""Modules that translate what a table holds, so not all of their texts are in the call."""


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new file of translations, as lupdate writes it."""
    path = tmp_path_factory.mktemp("translations") / "dimitra_fr.ts"
    try:
        collect(path)
    except ToolError as error:
        pytest.skip(str(error))
    return path


def texts_of(path: Path) -> set[Text]:
    root = ET.parse(path).getroot()
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in root.iter("context")
        for message in context.iter("message")
    }


def calls(module: ast.AST, cls: str = "") -> Iterator[tuple[ast.Call, str, str]]:
    """The calls that translate, with the class they stand in and the name that is called."""
    for node in ast.iter_child_nodes(module):
        inside = node.name if isinstance(node, ast.ClassDef) else cls
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name in NAMES | {"self.tr", "QCoreApplication.translate"}:
                yield node, cls, name
        yield from calls(node, inside)


def spoken(source: str) -> tuple[set[Text], list[str]]:
    """The texts of a module by context, and its calls that have none that could be read."""
    texts: set[Text] = set()
    unreadable = []
    for call, cls, name in calls(ast.parse(source)):
        values = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args]
        context, text = [cls, *values][:2] if name == "self.tr" else [*values, None][:2]
        if isinstance(context, str) and isinstance(text, str):
            texts.add((context, text))
        else:
            unreadable.append(ast.unparse(call))
    return texts, unreadable


def test_nothing_that_the_window_says_is_missed(collected: Path) -> None:
    found = texts_of(collected)
    for path in sources():
        texts, unreadable = spoken(path.read_text(encoding="utf-8"))
        assert texts <= found, path.name
        assert unreadable == [] or path.name in TABLES, path.name


def test_guard_sees_what_has_no_text() -> None:
    planted = """
class Panel(QWidget):
    def show(self, name):
        self.tr("Kept")
        self.tr(f"Lost {name}")
        self.tr(name)
        QCoreApplication.translate(CONTEXT, "Lost")
        _tr("Other", "Kept too")
"""
    texts, unreadable = spoken(planted)
    assert texts == {("Panel", "Kept"), ("Other", "Kept too")}
    assert len(unreadable) == 3


def test_tables_are_collected(collected: Path) -> None:
    found = texts_of(collected)
    for command in COMMANDS:
        for text in (command.text, command.help, command.category):
            assert ("Commands", text) in found
    assert ("Stages", "Generating motion") in found
    assert ("ExportFormats", "Curves for numpy") in found


def test_labels_are_read_where_they_are_written_down() -> None:
    module = ast.parse(
        '_LABEL = "Aligning"\n'
        "def work(report, name):\n"
        '    report(Progress(0, 1, "Reading"))\n'
        "    report(Progress(1, 1, _LABEL))\n"
        '    report(Progress(1, 1, f"Reading {name}"))\n'
    )
    assert list(labels(module)) == ["Reading", "Aligning"]


def test_quotes_survive() -> None:
    text = 'a "b" \\n c\nd…'
    calls_made = [node for node in ast.walk(ast.parse(as_module({"C": [text]}))) if is_call(node)]
    assert [ast.literal_eval(arg) for call in calls_made for arg in call.args] == ["C", text]


def is_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call)


def test_work_of_translators_stays_and_dead_texts_go(collected: Path, tmp_path: Path) -> None:
    path = tmp_path / "dimitra_nl.ts"
    path.write_text(
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>'
        '<TS version="2.1" language="nl" sourcelanguage="en">'
        "<context><name>Commands</name><message><source>File</source>"
        "<translation>Bestand</translation></message></context>"
        "<context><name>Gone</name><message><source>Lost</source>"
        "<translation>Verloren</translation></message></context></TS>",
        encoding="utf-8",
    )
    collect(path)
    assert texts_of(path) == texts_of(collected)
    assert "<translation>Bestand</translation>" in path.read_text(encoding="utf-8")


def test_no_path_and_no_line_is_written(collected: Path) -> None:
    text = collected.read_text(encoding="utf-8")
    assert "<location" not in text
    assert ".py" not in text
    assert str(ROOT) not in text


def test_a_missing_tool_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(ToolError, match="pyside6-lupdate is missing"):
        collect(tmp_path / "dimitra_fr.ts")


def test_a_tool_that_refuses_is_heard(collected: Path, tmp_path: Path) -> None:
    broken = tmp_path / "dimitra_fr.ts"
    broken.write_text("this is no XML", encoding="utf-8")
    with pytest.raises(ToolError, match="lupdate"):
        collect(broken)


def test_a_language_is_begun(
    collected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(make_translations, "FOLDER", tmp_path)
    make_translations.main(["de"])
    assert texts_of(tmp_path / "dimitra_de.ts") == texts_of(collected)
    assert (tmp_path / "dimitra_de.qm").is_file()
    assert f"{len(texts_of(collected))} texts to translate" in capsys.readouterr().out
