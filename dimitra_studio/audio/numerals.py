"""How numbers are read aloud in English."""

import re

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ("", "thousand", "million", "billion", "trillion", "quadrillion")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_CURRENCIES = {"$": ("dollar", "dollars"), "£": ("pound", "pounds"), "€": ("euro", "euros")}
_LONGEST = 9  # digits; a longer number, such as a telephone number, is read digit by digit


def spoken_number(text: str) -> str:
    """Read a number: ``1984``, ``3.5``, ``$20``, ``2nd``, ``10:30``, ``1990s``, ``50%``.

    Args:
        text: digits with what belongs to them, lower case.
    """
    sign = {"-": "minus ", "+": "plus "}.get(text[0], "")
    text = text.lstrip("+-").rstrip(".,:/")
    percent = " percent" if text.endswith("%") else ""
    return sign + _unsigned(text.rstrip("%.,")) + percent


def _unsigned(text: str) -> str:
    if text[0] in _CURRENCIES:
        return _money(text[1:], *_CURRENCIES[text[0]])
    if match := re.fullmatch(r"(\d[\d,]*)(?:st|nd|rd|th)", text):
        return _ordinal(cardinal(int(match[1].replace(",", ""))))
    if match := re.fullmatch(r"(\d+)s", text):
        return _plural(_year_or_cardinal(match[1]))
    if match := re.fullmatch(r"(\d{1,2}):(\d\d)", text):
        return _clock(int(match[1]), int(match[2]))
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?", text):
        return _decimal(text)
    return " ".join(_decimal(part) for part in re.findall(r"\d+", text))


def cardinal(number: int) -> str:
    """Read a whole number below 10^18: ``1203`` is one thousand two hundred three."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        rest = f" {_SMALL[number % 10]}" if number % 10 else ""
        return _TENS[number // 10 - 2] + rest
    if number < 1000:
        rest = f" {cardinal(number % 100)}" if number % 100 else ""
        return f"{_SMALL[number // 100]} hundred{rest}"
    groups = []
    for scale in _SCALES:
        number, group = divmod(number, 1000)
        if group:
            groups.append(f"{cardinal(group)} {scale}".rstrip())
    return " ".join(reversed(groups))


def _decimal(text: str) -> str:
    whole, _, fraction = text.partition(".")
    spoken = cardinal(int(whole.replace(",", ""))) if "," in whole else _year_or_cardinal(whole)
    return f"{spoken} point {_digits(fraction)}" if fraction else spoken


def _digits(text: str) -> str:
    return " ".join(_SMALL[int(digit)] for digit in text)


def _year_or_cardinal(digits: str) -> str:
    """Four digits are read as a year where years are read in pairs."""
    number = int(digits)
    if len(digits) > _LONGEST or (len(digits) > 1 and digits[0] == "0"):
        return _digits(digits)
    century, rest = divmod(number, 100)
    paired = len(digits) == 4 and (11 <= century <= 19 or (century == 20 and rest >= 10))
    if not paired:
        return cardinal(number)
    if rest == 0:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def _ordinal(words: str) -> str:
    head, _, last = words.rpartition(" ")
    if last in _ORDINALS:
        last = _ORDINALS[last]
    else:
        last = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return f"{head} {last}".strip()


def _plural(words: str) -> str:
    return words[:-1] + "ies" if words.endswith("y") else words + "s"


def _clock(hours: int, minutes: int) -> str:
    if minutes == 0:
        return f"{cardinal(hours)} o'clock"
    return f"{cardinal(hours)} {'oh ' if minutes < 10 else ''}{cardinal(minutes)}"


def _money(amount: str, one: str, many: str) -> str:
    whole, _, cents = amount.partition(".")
    number = int(whole.replace(",", "") or 0)
    unit = one if number == 1 else many
    if len(cents) == 2 and int(cents):
        return f"{cardinal(number)} {unit} and {cardinal(int(cents))} cents"
    if cents.strip("0"):
        return f"{cardinal(number)} point {_digits(cents)} {unit}"
    return f"{cardinal(number)} {unit}"
