import numpy as np

from dimitra_studio.render.stiffness import follow_head


def test_a_collar_beside_the_cheek_hangs_on_the_shoulders() -> None:
    person = np.zeros((120, 160), bool)
    person[10:60, 60:100] = True  # the head
    person[60:80, 70:90] = True  # the neck
    person[80:, 10:150] = True  # the shoulders
    person[30:80, 30:50] = True  # a collar that stands up beside the cheek
    head = np.stack(np.meshgrid(np.arange(62, 98, 4), np.arange(12, 58, 4)), -1).reshape(-1, 2)
    body = np.stack(np.meshgrid(np.arange(20, 140, 4), np.arange(85, 115, 4)), -1).reshape(-1, 2)
    weight = np.concatenate([np.ones(len(head)), np.zeros(len(body))])
    share = follow_head(person, np.concatenate([head, body]).astype(float), weight, 50.0)
    assert share.shape == person.shape
    assert share[15:55, 65:95].min() > 0.95
    assert share[35:75, 32:46].max() < 0.1
    assert 0.2 < share[70, 80] < 0.8
    assert share[20, 155] > 0.9  # background goes with what is nearest
    assert share[100, 2] < 0.05


def test_nobody_follows_nothing() -> None:
    none = np.zeros((0, 2))
    assert not follow_head(np.zeros((40, 40), bool), none, np.zeros(0), 20.0).any()
