"""Mouth cues as Rhubarb Lip Sync writes them: TSV, XML and JSON.

Source: Rhubarb Lip Sync 1.13, "Output formats".
"""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from dimitra_studio.core.files import replacing
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.mouth_cues import REST, Cue, make_cues

_NOTE = {
    "derived_from": "the phonemes of the transcript, not from the curves",
    "shapes": "A to H and X of Rhubarb Lip Sync",
}


def write_rhubarb(hand_over: HandOver, path: Path) -> Written:
    """Write tab-separated values; the last line tells the end.

    Raises:
        ExportError: if there are no phonemes, or the file cannot be written.
    """
    return _write(hand_over, path, _to_tsv)


def write_rhubarb_xml(hand_over: HandOver, path: Path) -> Written:
    """Write XML.

    Raises:
        ExportError: if there are no phonemes, or the file cannot be written.
    """
    return _write(hand_over, path, _to_xml)


def write_rhubarb_json(hand_over: HandOver, path: Path) -> Written:
    """Write JSON.

    Raises:
        ExportError: if there are no phonemes, or the file cannot be written.
    """
    return _write(hand_over, path, _to_json)


def _write(hand_over: HandOver, path: Path, to_text: Callable[[list[Cue], str], str]) -> Written:
    sound = hand_over.sound.name if hand_over.sound else ""
    text = to_text(make_cues(hand_over), sound)
    with replacing(path) as partial:
        partial.write_text(text, encoding="utf-8", newline="\n")
    return Written((path,), _NOTE)


def _to_tsv(cues: list[Cue], _sound: str) -> str:
    lines = [f"{cue.start / 100:.2f}\t{cue.shape}\n" for cue in cues]
    return "".join([*lines, f"{cues[-1].end / 100:.2f}\t{REST}\n"])


def _to_xml(cues: list[Cue], sound: str) -> str:
    root = ElementTree.Element("rhubarbResult")
    metadata = ElementTree.SubElement(root, "metadata")
    ElementTree.SubElement(metadata, "soundFile").text = sound
    ElementTree.SubElement(metadata, "duration").text = f"{cues[-1].end / 100:.2f}"
    parent = ElementTree.SubElement(root, "mouthCues")
    for cue in cues:
        times = {"start": f"{cue.start / 100:.2f}", "end": f"{cue.end / 100:.2f}"}
        ElementTree.SubElement(parent, "mouthCue", times).text = cue.shape
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'


def _to_json(cues: list[Cue], sound: str) -> str:
    document = {
        "metadata": {"soundFile": sound, "duration": cues[-1].end / 100},
        "mouthCues": [
            {"start": cue.start / 100, "end": cue.end / 100, "value": cue.shape} for cue in cues
        ],
    }
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
