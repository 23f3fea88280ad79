"""What is said in a recording, and when; for the window, in a process of its own.

What does the work is imported there, and not by the window that asks for it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dimitra_studio.core.progress import ProgressFn, ignore
from dimitra_studio.core.project import Media
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript

if TYPE_CHECKING:
    from dimitra_studio.pipeline.realignment import Realigner


class WordFinder:
    """Keeps from one call to the next what re-alignment, asked for after every edit, needs.

    To be used from one thread.
    """

    def __init__(self) -> None:
        self._realigner: Realigner | None = None

    def find(
        self, recording: Media, text: str | None = None, on_progress: ProgressFn = ignore
    ) -> tuple[Transcript, tuple[str, ...]]:
        """Find words and phonemes, of the text if there is one; with warnings, a sentence each.

        Raises:
            AudioError: if the recording cannot be decoded or is silent.
            TranscriptError: if the text cannot belong to the recording.
        """
        from dimitra_studio.audio.alignment import align, alignment_warnings
        from dimitra_studio.audio.decode import check_speech, load_audio
        from dimitra_studio.audio.transcription import draft

        audio = load_audio(recording.data, name=recording.name)
        check_speech(audio, name=recording.name)
        transcript = draft(audio, on_progress) if text is None else align(audio, text, on_progress)
        return transcript, tuple(alignment_warnings(transcript))

    def find_again(
        self,
        recording: Media,
        transcript: Transcript,
        segments: Sequence[Segment],
        on_progress: ProgressFn = ignore,
    ) -> Transcript:
        """Find when the words in some segments are said after an edit; see ``Realigner``.

        Raises:
            AudioError: if the recording cannot be decoded.
        """
        from dimitra_studio.pipeline.realignment import Realigner

        if self._realigner is None:
            self._realigner = Realigner()
        return self._realigner.realign(recording, transcript, segments, on_progress)
