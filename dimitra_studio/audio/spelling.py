"""Written words to spoken ones: numbers, abbreviations, symbols, single letters."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from dimitra_studio.audio.numerals import spoken_number

Known = Callable[[str], bool]
"""Says whether the dictionary has a word."""

_ABBREVIATIONS = {
    "apr": "april",
    "aug": "august",
    "ave": "avenue",
    "capt": "captain",
    "cm": "centimeters",
    "dec": "december",
    "dept": "department",
    "dr": "doctor",
    "etc": "et cetera",
    "feb": "february",
    "fig": "figure",
    "ft": "feet",
    "gen": "general",
    "inc": "incorporated",
    "jan": "january",
    "jr": "junior",
    "kg": "kilograms",
    "km": "kilometers",
    "lt": "lieutenant",
    "ltd": "limited",
    "min": "minutes",
    "mm": "millimeters",
    "mr": "mister",
    "mrs": "missus",
    "ms": "miz",
    "nov": "november",
    "oct": "october",
    "prof": "professor",
    "rev": "reverend",
    "sec": "seconds",
    "sen": "senator",
    "sept": "september",
    "sgt": "sergeant",
    "sr": "senior",
    "st": "saint",
    "vs": "versus",
}
"""What stands before a full stop; those that are no words are read so without one, too."""

_WITHOUT_STOP = {"cm", "dept", "dr", "etc", "ft", "jr", "kg", "km", "ltd", "mm", "mr", "mrs", "ms"}
_WITHOUT_STOP |= {"prof", "sgt", "sr", "vs"}
_LATIN = {"eg": "for example", "ie": "that is"}
_SYMBOLS = {
    "&": "and",
    "+": "plus",
    "=": "equals",
    "@": "at",
    "%": "percent",
    "#": "number",
    "°": "degrees",
    "<": "less than",
    ">": "greater than",
}
_SPELLED_CAPITALS = frozenset(["US", "IT", "AM", "ID", "OR", "AI", "EU", "UN", "LA"])
"""Abbreviations that would be taken for words."""

_AROUND = "\"'()[]{}*_~,;:!?\u2026\u201c\u201d"
_NUMBER = re.compile(r"(?:(?<![\w.])[-+])?[$£€]?\d[\d,.:/]*(?:st|nd|rd|th|s|%)?", re.IGNORECASE)
_PIECE = re.compile(rf"{_NUMBER.pattern}|[a-z']+|[&+=@%#°<>]", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Za-z]\.){2,}[A-Za-z]?(?:'?s)?")
_DOTTED = re.compile(r"(?<=[a-z])\.(?=[a-z]{2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """One written word.

    Args:
        text: as written, punctuation included.
        spoken: lower-case words of letters and apostrophes; empty where nothing is said.
    """

    text: str
    spoken: tuple[str, ...]


def tokenize(text: str, known: Known) -> tuple[Token, ...]:
    """Split a text at its spaces and say how each written word is read."""
    shouted = not any(character.islower() for character in text)
    return tuple(Token(word, _spoken(word, known, shouted=shouted)) for word in text.split())


def latin_letters(text: str) -> str:
    """The text in ASCII: accents dropped, quotes and dashes made plain, other letters kept."""
    text = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(character for character in text if not unicodedata.combining(character))


_PLAIN = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc", "'")  # quotes and apostrophes
    | dict.fromkeys("\u2013\u2014\u2212", "-")  # dashes and minus
    | {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
    | {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)


def _spoken(written: str, known: Known, *, shouted: bool) -> tuple[str, ...]:
    plain = latin_letters(written)
    core = plain.strip(_AROUND).rstrip("." + _AROUND) or plain
    if not re.match(r"-[$£€]?\d", core):
        core = core.lstrip("-") or core
    stopped = f"{core}." in plain and core[0].isupper()
    if stopped and (abbreviation := _ABBREVIATIONS.get(core.lower())):
        return tuple(abbreviation.split())
    if core.lower() in _WITHOUT_STOP:
        return tuple(_ABBREVIATIONS[core.lower()].split())
    if _INITIALS.fullmatch(core) or _INITIALS.fullmatch(core + "."):
        letters = re.sub("[^a-z]", "", core.lower())
        return tuple((_LATIN.get(letters) or " ".join(letters)).split())
    if not shouted and core in _SPELLED_CAPITALS:
        return tuple(core.lower())
    pieces = _PIECE.findall(_DOTTED.sub(" dot ", core))
    if known(core.lower()) and not any(character.isdigit() for character in core):
        return (core.lower(),)
    return tuple(word for piece in pieces for word in _piece(piece, known, shouted=shouted))


def _piece(piece: str, known: Known, *, shouted: bool) -> tuple[str, ...]:
    if piece in _SYMBOLS:
        return tuple(_SYMBOLS[piece].split())
    if _NUMBER.fullmatch(piece):
        return tuple(spoken_number(piece.lower()).split())
    lower = piece.lower()
    if known(lower):
        return (lower,)
    bare = lower.strip("'")
    if not bare or known(bare):
        return (bare,) if bare else ()
    abbreviation = piece.isupper() and not shouted and len(bare) <= 5
    if abbreviation or not set(bare) & set("aeiouy"):
        return tuple(bare.replace("'", ""))
    return (bare,)
