"""Letter to sound, for words that are not in the dictionary."""

import re
from collections.abc import Callable, Iterator

Lookup = Callable[[str], tuple[str, ...]]
"""Phonemes of a word of the dictionary; empty for one that it does not have."""

_VOICELESS = frozenset(["P", "T", "K", "F", "TH"])
_SIBILANT = frozenset(["S", "Z", "SH", "ZH", "CH", "JH"])
_SUFFIXES = {
    "ing": ("IH", "NG"),
    "ings": ("IH", "NG", "Z"),
    "er": ("ER",),
    "ers": ("ER", "Z"),
    "ly": ("L", "IY"),
    "ness": ("N", "AH", "S"),
    "less": ("L", "AH", "S"),
    "ment": ("M", "AH", "N", "T"),
    "able": ("AH", "B", "AH", "L"),
    "ish": ("IH", "SH"),
    "y": ("IY",),
}

# Letters, what must follow them, phonemes: the first that fits is taken. After the rules of
# Elovitz et al., Letter-to-sound rules for automatic translation of English text to phonetics
# (1976), cut down to those that names and new words need.
_RULES: tuple[tuple[str, str, str], ...] = (
    ("tion", "", "SH AH N"),
    ("sion", "", "ZH AH N"),
    ("cious", "", "SH AH S"),
    ("ture", "", "CH ER"),
    ("ough", "", "AO"),
    ("augh", "", "AO"),
    ("eigh", "", "EY"),
    ("igh", "", "AY"),
    ("tch", "", "CH"),
    ("sch", "", "SH"),
    ("dge", "", "JH"),
    ("que", "$", "K"),
    ("eau", "", "OW"),
    ("our", "", "AO R"),
    ("air", "", "EH R"),
    ("ear", "", "IH R"),
    ("eer", "", "IH R"),
    ("oor", "", "AO R"),
    ("ous", "$", "AH S"),
    ("all", "", "AO L"),
    ("ck", "", "K"),
    ("ch", "", "CH"),
    ("sh", "", "SH"),
    ("th", "", "TH"),
    ("ph", "", "F"),
    ("wh", "", "W"),
    ("gh", "", "G"),
    ("rh", "", "R"),
    ("ng", "(?![aeiouy])", "NG"),
    ("nk", "", "NG K"),
    ("qu", "", "K W"),
    ("sc", "[eiy]", "S"),
    ("ai", "", "EY"),
    ("ay", "", "EY"),
    ("au", "", "AO"),
    ("aw", "", "AO"),
    ("ar", "", "AA R"),
    ("ee", "", "IY"),
    ("ea", "", "IY"),
    ("ei", "", "EY"),
    ("ey", "$", "IY"),
    ("ey", "", "EY"),
    ("eu", "", "UW"),
    ("ew", "", "UW"),
    ("er", "", "ER"),
    ("ie", "", "IY"),
    ("ir", "", "ER"),
    ("oa", "", "OW"),
    ("oi", "", "OY"),
    ("oy", "", "OY"),
    ("oo", "", "UW"),
    ("ou", "", "AW"),
    ("ow", "$", "OW"),
    ("ow", "", "AW"),
    ("or", "", "AO R"),
    ("ue", "", "UW"),
    ("ui", "", "UW"),
    ("ur", "", "ER"),
    ("yr", "", "ER"),
    ("a", "[bcdfgklmnpstvz]e$", "EY"),
    ("a", "$", "AH"),
    ("a", "", "AE"),
    ("e", "[bcdfgklmnpstvz]e$", "IY"),
    ("es", "$", "Z"),
    ("e", "$", ""),
    ("e", "", "EH"),
    ("i", "[bcdfgklmnpstvz]e$", "AY"),
    ("i", "(?:$|[aou])", "IY"),
    ("i", "", "IH"),
    ("o", "[bcdfgklmnpstvz]e$", "OW"),
    ("o", "$", "OW"),
    ("o", "", "AA"),
    ("u", "[bcdfgklmnpstvz]e$", "UW"),
    ("u", "(?:$|[aeio])", "UW"),
    ("u", "", "AH"),
    ("c", "[eiy]", "S"),
    ("g", "[eiy]", "JH"),
    ("x", "", "K S"),
    ("j", "", "JH"),
    ("q", "", "K"),
    ("c", "", "K"),
    *((letter, "", letter.upper()) for letter in "bdfgklmnprstvwz"),
    ("h", "", "HH"),
)


def pronounce(word: str, lookup: Lookup) -> tuple[str, ...]:
    """Guess the phonemes of a word from its letters and from words that resemble it.

    Args:
        word: lower-case letters and apostrophes.
        lookup: the dictionary.

    Returns:
        At least one phoneme.
    """
    stem = word.removesuffix("'s")
    if stem != word and stem.strip("'"):
        phonemes = lookup(stem) or pronounce(stem, lookup)
        return phonemes + _plural_ending(phonemes[-1])
    word = word.replace("'", "")
    for guess in (_inflected(word, lookup), _compound(word, lookup)):
        if guess:
            return guess
    return _by_rules(word) or ("AH",)


def _inflected(word: str, lookup: Lookup) -> tuple[str, ...]:
    """A word of the dictionary with an ending."""
    if word.endswith("s") and (stem := lookup(word[:-1])):
        return stem + _plural_ending(stem[-1])
    if word.endswith("ed"):
        for base in _stems(word[:-2]):
            if stem := lookup(base):
                return stem + _past_ending(stem[-1])
    for suffix, phonemes in _SUFFIXES.items():
        if word.endswith(suffix):
            for base in _stems(word[: -len(suffix)]):
                if stem := lookup(base):
                    return stem + phonemes
    return ()


def _stems(base: str) -> Iterator[str]:
    """What may stand before an ending: ``lov`` is love, ``stopp`` is stop."""
    if len(base) < 3:
        return
    yield base
    yield base + "e"
    if base[-1] == base[-2]:
        yield base[:-1]


def _plural_ending(last: str) -> tuple[str, ...]:
    if last in _SIBILANT:
        return ("IH", "Z")
    return ("S",) if last in _VOICELESS else ("Z",)


def _past_ending(last: str) -> tuple[str, ...]:
    if last in {"T", "D"}:
        return ("IH", "D")
    return ("T",) if last in _VOICELESS | _SIBILANT - {"Z", "ZH", "JH"} else ("D",)


def _compound(word: str, lookup: Lookup) -> tuple[str, ...]:
    """Two words of the dictionary, split as near the middle as possible."""
    cuts = sorted(range(3, len(word) - 2), key=lambda cut: abs(cut - len(word) / 2))
    for cut in cuts:
        first, second = lookup(word[:cut]), lookup(word[cut:])
        if first and second:
            return first + second
    return ()


def _by_rules(word: str) -> tuple[str, ...]:
    phonemes: list[str] = []
    position = 0
    while position < len(word):
        letters, sounds = _match(word, position)
        if not (sounds and phonemes[-1:] == sounds[:1]):  # doubled letters are one sound
            phonemes.extend(sounds)
        position += letters
    return tuple(phonemes)


def _match(word: str, position: int) -> tuple[int, list[str]]:
    """How many letters are read at once, and as what."""
    if word[position] == "y":
        return 1, ["Y" if position == 0 else "IY"]
    for letters, after, sounds in _RULES:
        end = position + len(letters)
        if word.startswith(letters, position) and re.match(after, word[end:]):
            return len(letters), sounds.split()
    return 1, []
