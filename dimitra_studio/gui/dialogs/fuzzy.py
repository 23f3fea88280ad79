"""How well a few typed letters fit a text."""

import re
import unicodedata

_WORD = re.compile(r"\w+")
_PREFIX, _INSIDE, _INITIALS, _SCATTERED = 400, 300, 200, 100  # kinds of fit, the best first
_ENOUGH = 3  # letters; two are scattered over almost any text


def fold(text: str) -> str:
    """Without capitals and accents: ``é`` is found by ``e``."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def score(typed: str, text: str) -> int:
    """Rank a text: 0 if it does not fit, more for a better fit.

    Every typed word must be found: at the start of a word, inside one, as initials, or letter by
    letter in order.
    """
    folded = fold(text)
    ranks = [_score_word(word, folded) for word in fold(typed).split()]
    if not ranks:
        return 1
    return 0 if 0 in ranks else sum(ranks) // len(ranks)


def _score_word(word: str, text: str) -> int:
    place = text.find(word)
    if place == 0 or (place > 0 and not text[place - 1].isalnum()):
        return _PREFIX - min(place, 90)
    if place > 0:
        return _INSIDE - min(place, 90)
    if "".join(found[0] for found in _WORD.findall(text)).startswith(word):
        return _INITIALS
    letters = iter(text)
    if len(word) >= _ENOUGH and all(letter in letters for letter in word):
        return _SCATTERED
    return 0
