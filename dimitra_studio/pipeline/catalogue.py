"""Which weights are on this machine: those that ship, checked, and those that others publish.

And the Basel Face Model, a 3DMM that everybody has to get for themselves.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from dimitra_studio.audio.local_weights import find_weights
from dimitra_studio.audio.whisper import NAMES, find_whisper
from dimitra_studio.core.errors import RigError, WeightsError
from dimitra_studio.core.paths import MODELS
from dimitra_studio.face.bfm import WHERE_FROM, check_bfm, find_bfm

MANIFEST = MODELS / "manifest.json"

SPEECH_NETWORKS = ("facebook/wav2vec2-base-960h", "microsoft/wavlm-large")
"""Networks of Hugging Face whose hidden states can take the place of log-mel features."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Weights of one network, or a 3DMM.

    Args:
        name: of the network or 3DMM.
        usable: whether they are here and, where that is known, unchanged.
        shipped: whether they come with Dimitra Studio.
        licence: under which they may be used.
        detail: file and size, or where to get them.
    """

    name: str
    usable: bool
    shipped: bool
    licence: str
    detail: str


def list_weights() -> list[Entry]:
    """All weights that Dimitra Studio can use, and the 3DMM that does not ship.

    Raises:
        WeightsError: if the list of the weights that ship is missing or damaged.
    """
    try:
        rows = json.loads(MANIFEST.read_text(encoding="utf-8"))["weights"]
        shipped = [_shipped(row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WeightsError(
            f"{MANIFEST} is missing or damaged; install Dimitra Studio again."
        ) from error
    networks = [_speech_network(name) for name in SPEECH_NETWORKS]
    return [*shipped, *networks, _whisper(), _bfm()]


def _shipped(row: dict[str, str]) -> Entry:
    path = MODELS / row["file"]
    if not path.is_file():
        return Entry(row["name"], False, True, row["licence"], f"{path} is missing; install again")
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != row["sha256"]:
        return Entry(row["name"], False, True, row["licence"], f"{path} was changed; install again")
    return Entry(row["name"], True, True, row["licence"], f"{path}, {len(data) / 1e6:.1f} MB")


def _speech_network(name: str) -> Entry:
    found = find_weights(name)
    detail = str(found) if found else f"optional, for networks trained on it: hf download {name}"
    return Entry(name, found is not None, False, "see its page", detail)


def _whisper() -> Entry:
    found: Path | None = find_whisper()
    detail = str(found) if found else f"optional, for better drafts: hf download {NAMES[0]}"
    return Entry("openai/whisper", found is not None, False, "Apache-2.0", detail)


def _bfm() -> Entry:
    path = find_bfm()
    usable, detail = False, f"optional, for motion of its rig: {WHERE_FROM}"
    if path is not None:
        try:
            check_bfm(path)
            usable, detail = True, str(path)
        except RigError as error:
            detail = str(error).removesuffix(".")
    return Entry("Basel Face Model 2009", usable, False, "research use, by registration", detail)
