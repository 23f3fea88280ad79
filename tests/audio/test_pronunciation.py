import pytest

from dimitra_studio.audio.phonemes import PHONEME_IDS
from dimitra_studio.audio.pronunciation import pronounce
from dimitra_studio.audio.recogniser import ALIGNING, Recogniser

DICTIONARY = {
    "blend": "B L EH N D",
    "shape": "SH EY P",
    "stop": "S T AA P",
    "love": "L AH V",
    "kiss": "K IH S",
    "wait": "W EY T",
    "wizard": "W IH Z ER D",
}


def _say(word: str) -> str:
    return " ".join(pronounce(word, lambda name: tuple(DICTIONARY.get(name, "").split())))


@pytest.mark.parametrize(
    ("word", "phonemes"),
    [
        ("blendshape", "B L EH N D SH EY P"),
        ("stopped", "S T AA P T"),
        ("loving", "L AH V IH NG"),
        ("kisss", "K IH S IH Z"),
        ("waited", "W EY T IH D"),
        ("wizard's", "W IH Z ER D Z"),
        ("bimbo", "B IH M B OW"),
        ("phone", "F OW N"),
        ("zzz", "Z"),
        ("'", "AH"),
    ],
)
def test_unknown_words_are_read_from_letters_and_from_known_words(word: str, phonemes: str) -> None:
    assert _say(word) == phonemes


def test_a_taught_word_can_be_looked_up() -> None:
    recogniser = Recogniser(ALIGNING)
    assert recogniser.lookup("hello") == ("HH", "AH", "L", "OW")
    assert not recogniser.knows("dimitra's")
    recogniser.learn(["dimitra's", "qxyz", "dimitra's"])
    assert recogniser.lookup("dimitra's")[-1] == "Z"
    assert set(recogniser.lookup("qxyz")) <= set(PHONEME_IDS)
