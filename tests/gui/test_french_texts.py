"""The French texts: all are there, and each can stand in the place of the English one."""

import re
import shutil
import string
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from dimitra_studio.gui.translations import FOLDER
from installer.make_translations import ToolError, collect, release

TS = FOLDER / "dimitra_fr.ts"
QM = TS.with_suffix(".qm")
APART = (
    ("ClosingController",),
    ("SaveChangesDialog",),
    ("RecoveryDialog",),
    ("SettingsDialog",),
    ("ErrorDialog",),
    ("ExportDialog", "ExportCurves", "ExportPicture", "ExportPlace", "ExportRange"),
)
"""Contexts whose letters to be pressed with Alt meet in one dialog."""


def messages(path: Path) -> list[tuple[str, str, str]]:
    """Context, English and translation."""
    return [
        (context.findtext("name") or "", message.findtext("source") or "", shown(message))
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    ]


def shown(message: ET.Element) -> str:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return ""
    return translation.text or ""


def with_tool(work: Callable[[], None]) -> None:
    try:
        work()
    except ToolError as error:
        pytest.skip(str(error))


def test_every_text_is_there_and_no_other(tmp_path: Path) -> None:
    copy = tmp_path / TS.name
    shutil.copyfile(TS, copy)
    with_tool(lambda: collect(copy))
    now, kept = messages(copy), messages(TS)
    hint = "run python -m installer.make_translations and translate"
    assert [m[:2] for m in now if m not in kept] == [], hint
    assert [m[:2] for m in kept if m not in now] == [], hint


def test_file_for_the_window_is_made_of_it(tmp_path: Path) -> None:
    with_tool(lambda: release(TS, tmp_path / QM.name))
    assert (tmp_path / QM.name).read_bytes() == QM.read_bytes()


def test_every_text_is_translated() -> None:
    assert [message for message in messages(TS) if not message[2]] == []


@pytest.mark.parametrize("form", [r"\{[^}]*\}", "\n", "&(?=[^ ])", r"^\s", r"\s$", "…$"])
def test_form_is_kept(form: str) -> None:
    for context, english, french in messages(TS):
        there = Counter(re.findall(form, english)), Counter(re.findall(form, french))
        if form.startswith("&"):
            there = Counter(map(bool, there[0])), Counter(map(bool, there[1]))
        if form == r"^\s" and english[0] in ";:!?":
            continue  # French has a space before these
        counts = [sum(count.values()) for count in there]
        assert counts[0] == counts[1], (context, english, french)
        if form.startswith(r"\{"):
            assert there[0] == there[1], (context, english, french)


def test_placeholders_can_be_filled() -> None:
    for context, english, french in messages(TS):
        fields = [
            {name for _text, name, _form, _how in string.Formatter().parse(text) if name}
            for text in (english, french)
        ]
        assert fields[0] == fields[1], (context, english)


def test_typography_is_french() -> None:
    for context, _english, french in messages(TS):
        assert "'" not in french, (context, french)
        assert not re.search(r"(?<!\w[*.])[ \w][:;!?](\s|$)|« | »", french), (context, french)


@pytest.mark.parametrize("contexts", APART, ids=lambda names: names[0])
def test_letters_for_alt_differ(contexts: tuple[str, ...]) -> None:
    hide = "Hide &details"  # in the place of "Show &details"
    letters = [
        french[french.index("&") + 1].lower()
        for context, english, french in messages(TS)
        if context in contexts and "&" in french and english != hide
    ]
    assert letters != []
    assert len(set(letters)) == len(letters), letters
