"""What characters call the blendshapes of ARKit, and shapes that stand for several of them."""

import re
from collections.abc import Mapping

from dimitra_studio.core.rig import POSE_CHANNELS, STUDIO

SHAPES = tuple(name for name in STUDIO.channels if name not in POSE_CHANNELS)

Mix = Mapping[str, float]
"""Channels, and how much of each goes into one target."""

_BY_LETTERS = {name.lower(): name for name in SHAPES}
_SIDES = {"l": "left", "r": "right", "left": "left", "right": "right"}


def _both(name: str, share: float = 0.5) -> Mix:
    return {f"{name}Left": share, f"{name}Right": share}


_STAND_INS: Mapping[str, Mix] = {
    # Ready Player Me without ARKit, and other avatars of two or three shapes
    "mouthopen": {"jawOpen": 1.0},
    "openmouth": {"jawOpen": 1.0},
    "jaw": {"jawOpen": 1.0},
    "eyesclosed": _both("eyeBlink"),
    "eyeslookup": _both("eyeLookUp"),
    "eyeslookdown": _both("eyeLookDown"),
    "smile": _both("mouthSmile"),
    "pucker": {"mouthPucker": 1.0},
    "funnel": {"mouthFunnel": 1.0},
    # VRM's presets, of version 1 and of version 0 where that differs
    "aa": {"jawOpen": 1.4},
    "ih": _both("mouthStretch"),
    "ou": {"mouthPucker": 1.0},
    "ee": _both("mouthSmile"),
    "oh": {"mouthFunnel": 1.0},
    "a": {"jawOpen": 1.4},
    "i": _both("mouthStretch"),
    "u": {"mouthPucker": 1.0},
    "e": _both("mouthSmile"),
    "o": {"mouthFunnel": 1.0},
    "blink": _both("eyeBlink"),
    "blinkleft": {"eyeBlinkLeft": 1.0},
    "blinkright": {"eyeBlinkRight": 1.0},
    "lookup": _both("eyeLookUp"),
    "lookdown": _both("eyeLookDown"),
    "lookleft": {"eyeLookOutLeft": 0.5, "eyeLookInRight": 0.5},
    "lookright": {"eyeLookInLeft": 0.5, "eyeLookOutRight": 0.5},
    # Oculus, as Ready Player Me and others spell it
    "visemeaa": {"jawOpen": 1.4},
    "visemee": _both("mouthStretch"),
    "visemei": _both("mouthSmile"),
    "visemeo": {"mouthFunnel": 1.0},
    "visemeu": {"mouthPucker": 1.0},
    "visemepp": _both("mouthPress"),
    "visemeff": {"mouthRollLower": 1.0},
    # Japanese models
    "あ": {"jawOpen": 1.4},
    "い": _both("mouthStretch"),
    "う": {"mouthPucker": 1.0},
    "え": _both("mouthSmile"),
    "お": {"mouthFunnel": 1.0},
    "まばたき": _both("eyeBlink"),
}
"""Guesses, by what is left of a name when only its letters are: a mouth of five vowels has no
better source than the lips' own curves. They are used where the character lacks the channels
themselves. A jaw is seldom more than 0.7 open in speech, and a vowel is meant to be seen. Feelings
such as VRM's "happy" are not among them: they move the whole face, often with closed eyes."""

_DIRECTIONS = ("jaw", "mouth")  # go to the left and to the right, and have no sides


def letters(name: str) -> str:
    """A name without prefix, case and separators, with its side at the end written out."""
    last = re.split(r"[.:|/]", name)
    tail = last.pop()
    while last and (not tail or tail.lower() in _SIDES):  # eyeBlink.L
        tail = f"{last.pop()}_{tail}"
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", tail)
    words = [word for word in re.split(r"[^\w]+|_+", spaced.lower()) if word]
    if len(words) > 1 and words[-1] in _SIDES:
        words[-1] = _SIDES[words[-1]]
    return "".join(words)


def exact(name: str) -> str | None:
    """The channel that a name spells out, in any of the usual ways."""
    return _BY_LETTERS.get(letters(name))


def guess(name: str) -> Mix | None:
    """The channels that a name may stand for."""
    plain = letters(name)
    if mix := _STAND_INS.get(plain):
        return mix
    if mix := _one_side_or_both(plain):
        return mix
    # head_jawOpen, CC_Base_jawOpen: the longest channel that ends the name
    ends = [low for low in _BY_LETTERS if plain.endswith(low)]
    return {_BY_LETTERS[max(ends, key=len)]: 1.0} if ends else None


def _one_side_or_both(plain: str) -> Mix | None:
    """A shape for both sides of a channel that has two, or for one side of one that has none."""
    left = _BY_LETTERS.get(f"{plain}left")
    if left and plain not in _DIRECTIONS:
        return _both(left.removesuffix("Left"))
    for side in ("left", "right"):
        whole = plain.removesuffix(side)
        if whole != plain and whole in _BY_LETTERS:
            return {_BY_LETTERS[whole]: 1.0}
    return None
