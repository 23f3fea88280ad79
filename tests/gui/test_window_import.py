"""Motion of other programs becomes a take in the real window, plays and regenerates."""

from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.core.project import active_motion
from dimitra_studio.pipeline.hand_over import hand_over, prepare
from tests.gui.window_hand import Hand


@pytest.mark.parametrize(("name", "suffix"), [("livelink", ".csv"), ("a2f", ".json")])
def test_dropped_curves_become_a_take_that_plays_and_regenerates(
    hand: Hand, tmp_path: Path, name: str, suffix: str
) -> None:
    session = hand.window.session
    hand.do("open_sample")
    hand.wait(lambda: session.project.takes)
    hand.wait_for_jobs()
    before = active_motion(session.project)
    assert before is not None
    path = tmp_path / f"from-outside{suffix}"
    hand_over(prepare(session.project), name, path)
    hand.drop(path)
    hand.wait(lambda: len(session.project.takes) == 4)
    take = session.project.takes[-1]
    assert take.origin == "imported"
    for component in ("lips", "expression"):
        np.testing.assert_allclose(
            take.motion.component(component), before.component(component), atol=1e-6
        )
    hand.window.transport.seek(1.0)
    hand.do("generate")
    hand.wait(lambda: len(session.project.takes) == 5)
    hand.wait_for_jobs()


def test_broken_curves_are_refused_with_a_sentence(hand: Hand, tmp_path: Path) -> None:
    session = hand.window.session
    hand.do("open_sample")
    hand.wait(lambda: session.project.takes)
    hand.wait_for_jobs()
    path = tmp_path / "broken.csv"
    path.write_text("Timecode,BlendShapeCount,JawOpen\n1,2\n", encoding="utf-8")
    hand.drop(path)
    hand.wait(lambda: any("broken.csv" in sentence for sentence in hand.notices()))
    assert len(session.project.takes) == 3
