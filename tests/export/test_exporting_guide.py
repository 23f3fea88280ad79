"""The guide names every format and preset, and what it shows exists."""

import re
from pathlib import Path

import pytest

from dimitra_studio.export import EXPORTERS, IMPORTERS
from dimitra_studio.export.hand_over import CONVENTIONS

GUIDE = Path(__file__).parents[2] / "docs" / "exporting.md"


@pytest.fixture(scope="module")
def text() -> str:
    return GUIDE.read_text(encoding="utf-8")


def test_every_format_and_preset_has_a_row(text: str) -> None:
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([\w-]+)`", row.split("|")[1])}
    assert set(EXPORTERS) - named == set()
    assert set(CONVENTIONS) - named == set()


def test_every_ending_that_can_be_read_is_named(text: str) -> None:
    endings = {ending for importer in IMPORTERS.values() for ending in importer.suffixes}
    assert {ending for ending in endings - {".usd"} if f"`{ending}`" not in text} == set()


def test_pictures_are_there(text: str) -> None:
    pictures = re.findall(r"!\[.+\]\((.+)\)", text)
    assert pictures
    assert [name for name in pictures if not (GUIDE.parent / name).is_file()] == []
