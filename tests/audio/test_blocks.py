from itertools import pairwise

from dimitra_studio.audio.anchors import Anchor
from dimitra_studio.audio.blocks import Block, make_blocks


def _anchors(*indices: int, rate: float = 2.0, offset: float = 0.0) -> list[Anchor]:
    """Words that follow each other at ``rate`` a second, the n-th anchor being the n-th heard."""
    return [
        Anchor(index, offset + position / rate, offset + (position + 1) / rate)
        for position, index in enumerate(indices)
    ]


def _covers(blocks: list[Block], n_words: int) -> bool:
    joined = all(before.last == after.first for before, after in pairwise(blocks))
    return joined and blocks[0].first == 0 and blocks[-1].last == n_words


def test_blocks_hold_all_words_and_are_short() -> None:
    blocks = make_blocks(_anchors(*range(200)), [4] * 200, 100.0)
    assert _covers(blocks, 200)
    assert all(block.said for block in blocks)
    assert max(block.end - block.start for block in blocks) < 25
    assert (blocks[0].start, blocks[-1].end) == (0.0, 100.0)


def test_a_pause_invites_a_cut() -> None:
    anchors = [
        *_anchors(*range(20)),
        *_anchors(*range(20, 40), offset=11.0),
    ]
    blocks = make_blocks(anchors, [4] * 40, 21.0)
    assert [(block.first, block.last) for block in blocks] == [(0, 20), (20, 40)]
    assert 10.0 < blocks[0].end == blocks[1].start < 11.0


def test_text_that_has_no_time_is_left_out() -> None:
    blocks = make_blocks(_anchors(*range(10), *range(60, 70)), [4] * 70, 10.0)
    assert _covers(blocks, 70)
    (silent,) = [block for block in blocks if not block.said]
    assert (silent.first, silent.last) == (10, 60)


def test_text_around_the_recording_is_left_out() -> None:
    blocks = make_blocks(_anchors(*range(50, 70)), [4] * 120, 10.0)
    assert _covers(blocks, 120)
    assert [(block.first, block.last, block.said) for block in blocks] == [
        (0, 50, False),
        (50, 70, True),
        (70, 120, False),
    ]


def test_sound_without_text_is_left_out() -> None:
    anchors = [*_anchors(*range(10)), *_anchors(*range(10, 20), offset=65.0)]
    blocks = make_blocks(anchors, [4] * 20, 130.0)
    assert _covers(blocks, 20)
    assert blocks[0].end < 6
    assert blocks[1].start > 64
    assert blocks[1].end < 75


def test_a_few_words_heard_as_others_stay_in_their_block() -> None:
    (block,) = make_blocks(_anchors(0, 1, 2, 5, 6, 7), [4] * 8, 3.0)
    assert (block.first, block.last, block.said) == (0, 8, True)
