"""Times of words that were edited, for the window; needs no networks."""

from collections.abc import Sequence

from dimitra_studio.audio import realign as words
from dimitra_studio.audio.decode import load_audio
from dimitra_studio.audio.recogniser import ALIGNING, Recogniser
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.progress import ProgressFn, ignore
from dimitra_studio.core.project import Media
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript


class Realigner:
    """Keeps what takes long to load: the recogniser, and the sound of the last recording.

    To be used from one thread.
    """

    def __init__(self) -> None:
        self._recogniser = Recogniser(ALIGNING)
        self._heard: tuple[Media, Audio] | None = None

    def realign(
        self,
        recording: Media,
        transcript: Transcript,
        segments: Sequence[Segment],
        on_progress: ProgressFn = ignore,
    ) -> Transcript:
        """Find again when the words in some segments are said; all others stay.

        Args:
            recording: the speech.
            transcript: its words after an edit.
            segments: where words were edited.
            on_progress: may raise ``Cancelled``.

        Raises:
            AudioError: if the recording cannot be decoded.
        """
        audio = self._audio(recording)
        return words.realign(audio, transcript, segments, on_progress, recogniser=self._recogniser)

    def _audio(self, recording: Media) -> Audio:
        if self._heard is None or self._heard[0] != recording:
            self._heard = recording, load_audio(recording.data, name=recording.name)
        return self._heard[1]


def realign(
    recording: Media,
    transcript: Transcript,
    segments: Sequence[Segment],
    on_progress: ProgressFn = ignore,
) -> Transcript:
    """As ``Realigner.realign``, once.

    Raises:
        AudioError: if the recording cannot be decoded.
    """
    return Realigner().realign(recording, transcript, segments, on_progress)
