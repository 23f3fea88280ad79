import pytest

from dimitra_studio.core.transcript import Phoneme, Transcript, Word

BIN = Word(
    "Bin,",
    0.4,
    0.8,
    phonemes=(Phoneme("B", 0.4, 0.5), Phoneme("IH", 0.5, 0.7), Phoneme("N", 0.7, 0.8)),
)
AT = Word("at", 1.0, 1.2, phonemes=(Phoneme("AE", 1.0, 1.1), Phoneme("T", 1.1, 1.2)))


def test_phonemes_cover_the_recording() -> None:
    phonemes = list(Transcript((BIN, AT), 2.0).phonemes())
    assert [item.symbol for item in phonemes] == ["SIL", "B", "IH", "N", "SIL", "AE", "T", "SIL"]
    assert phonemes[0].start == 0
    assert phonemes[-1].end == 2
    assert [item.end for item in phonemes[:-1]] == [item.start for item in phonemes[1:]]


def test_text_is_as_it_was_written() -> None:
    assert Transcript((BIN, AT), 2.0).text == "Bin, at"


def test_words_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match=r"'Bin,' at 0\.400 s is out of order"):
        Transcript((AT, BIN), 2.0)
