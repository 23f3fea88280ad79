from dimitra_studio.audio.dictionary import Dictionary
from dimitra_studio.audio.recogniser import ALIGNING, Recogniser

WORDS = ("hello", "read", "don't", "dimitra", "qwrtz", "a", "zyzzyva", "o'clock", "", "(2)")


def test_it_knows_what_the_recogniser_knows() -> None:
    dictionary, recogniser = Dictionary(), Recogniser(ALIGNING)
    assert [dictionary.lookup(word) for word in WORDS] == [recogniser.lookup(w) for w in WORDS]
    assert [dictionary.knows(word) for word in WORDS] == [recogniser.knows(w) for w in WORDS]
    assert dictionary.lookup("hello") == ("HH", "AH", "L", "OW")


def test_it_learns_as_the_recogniser_does() -> None:
    dictionary, recogniser = Dictionary(), Recogniser(ALIGNING)
    for each in (dictionary, recogniser):
        each.learn(("dimitra", "qwrtz", "hello"))
    for word in ("dimitra", "qwrtz", "hello"):
        assert dictionary.lookup(word) == recogniser.lookup(word) != ()
