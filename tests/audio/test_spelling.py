import pytest

from dimitra_studio.audio.numerals import cardinal
from dimitra_studio.audio.spelling import tokenize

KNOWN = frozenset(["a", "at", "b", "bin", "blue", "c", "f", "now", "two", "it's", "us", "nasa"])
KNOWN |= {"x-ray", "naive", "ok", "said", "he", "state", "of", "the", "art"}


def _spoken(text: str) -> str:
    return " ".join(word for token in tokenize(text, KNOWN.__contains__) for word in token.spoken)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("bin blue at f two now", "bin blue at f two now"),
        ("1984", "nineteen eighty four"),
        ("1905", "nineteen oh five"),
        ("1900", "nineteen hundred"),
        ("2005", "two thousand five"),
        ("2024", "twenty twenty four"),
        ("1990s", "nineteen nineties"),
        ("3.5", "three point five"),
        ("3.5%", "three point five percent"),
        ("-5", "minus five"),
        ("1,234,567", "one million two hundred thirty four thousand five hundred sixty seven"),
        ("$20", "twenty dollars"),
        ("$1", "one dollar"),
        ("£1.50", "one pound and fifty cents"),
        ("2nd", "second"),
        ("21st", "twenty first"),
        ("40th", "fortieth"),
        ("10:30", "ten thirty"),
        ("5:00", "five o'clock"),
        ("007", "zero zero seven"),
        ("1-2", "one two"),
        ("5551234567", "five five five one two three four five six seven"),
        ("Dr. Who", "doctor who"),
        ("Mrs Who, Jan. 3.", "missus who january three"),
        ("etc.", "et cetera"),
        ("e.g.", "for example"),
        ("NASA", "nasa"),
        ("said FBI", "said f b i"),
        ("U.S.", "u s"),
        ("the US", "the u s"),
        ("a.m.", "a m"),
        ("mp3", "m p three"),
        ("B2B", "b two b"),
        ("X-ray", "x-ray"),
        ("state-of-the-art", "state of the art"),
        ("naïve", "naive"),
        ("“It\u2019s,”", "it's"),
        ("C++", "c plus plus"),
        ("he said: & now", "he said and now"),
        ("example.com", "example dot com"),
    ],
)
def test_text_is_read_as_people_read_it(written: str, spoken: str) -> None:
    assert _spoken(written) == spoken


def test_shouting_is_not_spelled() -> None:
    assert _spoken("BIN BLUE AT US") == "bin blue at us"


def test_each_written_word_is_one_token() -> None:
    tokens = tokenize("In 1984 — “now!”", KNOWN.__contains__)
    assert [token.text for token in tokens] == ["In", "1984", "—", "“now!”"]
    assert tokens[2].spoken == ()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (101, "one hundred one"),
        (10**6, "one million"),
    ],
)
def test_cardinals(number: int, words: str) -> None:
    assert cardinal(number) == words
