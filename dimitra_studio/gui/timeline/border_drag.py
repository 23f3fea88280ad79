"""A hand on a border between two spans, from press to release."""

from dataclasses import dataclass

from dimitra_studio.gui.timeline.spans import Border, Spans


@dataclass(frozen=True, slots=True)
class BorderDrag:
    """What a drag has done so far; ``moved`` makes the next state.

    Args:
        before: the spans at the press.
        border: what is dragged.
        grip: seconds from the border to the hand, kept so that nothing jumps at the press.
        pushing: everything after the border moves along.
        time: seconds, where the border is now.
    """

    before: Spans
    border: Border
    grip: float
    pushing: bool
    time: float

    @classmethod
    def begin(cls, spans: Spans, border: Border, hand: float, *, pushing: bool) -> "BorderDrag":
        """Take hold of a border.

        Only a border that a span starts at can push, since what follows must come along.
        """
        pushing = pushing and border.right is not None
        return cls(spans, border, hand - border.time, pushing, border.time)

    def moved(self, hand: float) -> "BorderDrag":
        """The drag with the hand at another time."""
        limits = self.before.shift_limits if self.pushing else self.before.limits
        low, high = limits(self.border)
        time = min(max(round(hand - self.grip, 3), low), high)
        return BorderDrag(self.before, self.border, self.grip, self.pushing, time)

    @property
    def delta(self) -> float:
        """Seconds that the border has moved."""
        return self.time - self.border.time

    @property
    def spans(self) -> Spans:
        """What is to be shown now."""
        change = self.before.with_shift if self.pushing else self.before.with_border
        return change(self.border, self.time)
