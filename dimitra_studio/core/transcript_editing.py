"""What the animator does with words; the modules named ``transcript_…`` do it."""

from dimitra_studio.core.transcript_borders import move_phoneme, move_word, shift_after
from dimitra_studio.core.transcript_changes import (
    apply_transcript,
    clear_changed,
    differing_segments,
    mark_changed,
    regeneration_span,
)
from dimitra_studio.core.transcript_retyping import (
    Retyped,
    correct_text,
    retype,
    unplaced_segments,
)

__all__ = [
    "Retyped",
    "apply_transcript",
    "clear_changed",
    "correct_text",
    "differing_segments",
    "mark_changed",
    "move_phoneme",
    "move_word",
    "regeneration_span",
    "retype",
    "shift_after",
    "unplaced_segments",
]
