"""What is wrong with the inputs, and what the window can do about it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from dimitra_studio.core.paths import DEFAULT_WEIGHTS
from dimitra_studio.core.project import Media, Portrait
from dimitra_studio.gui import engine
from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.controllers.editing import Editor
from dimitra_studio.gui.controllers.input_dialogs import InputDialogs
from dimitra_studio.gui.controllers.job_runner import JobRunner
from dimitra_studio.gui.controllers.media_controller import MediaController
from dimitra_studio.gui.preflight.preflight_panel import PreflightView
from dimitra_studio.gui.session import Session
from dimitra_studio.pipeline.findings import Box, Finding

_NO_FACE = (np.zeros(0, np.float32), np.zeros(0, np.float32))


class PreflightController(QObject):
    """Looks whenever an input was taken in, and shows the panel when there is something to say."""

    attention_wanted = Signal(bool)  # bring the checks to the front, or leave them
    words_wanted = Signal()  # the fix is to edit the transcript

    def __init__(
        self,
        session: Session,
        editor: Editor,
        runner: JobRunner,
        *,
        media: MediaController,
        dialogs: InputDialogs,
        view: PreflightView,
    ) -> None:
        super().__init__(view)
        self._session, self._editor, self._runner = session, editor, runner
        self._media, self._dialogs, self._view = media, dialogs, view
        self._looking = 0
        media.taken_in.connect(self.look)
        media.portrait_refused.connect(self._on_portrait_refused)
        view.fix_requested.connect(self.fix)
        view.face_chosen.connect(self._on_face_chosen)
        view.dismissed.connect(self._on_dismissed)
        session.opened.connect(self._on_opened)

    def bind(self, actions: Actions) -> None:
        """Connect the command."""
        actions.bind({"preflight": self.look_and_show})

    def look(self) -> None:
        """Look at all inputs, in the background."""
        self._look(always=False)

    def look_and_show(self) -> None:
        """Look at all inputs, and show what was found even if all is well."""
        self._look(always=True)

    def fix(self, name: str, payload: object) -> None:
        """Do what the button beside a finding offers."""
        fixes: dict[str, Callable[[], object]] = {
            "choose_portrait": self._dialogs.ask_portrait,
            "choose_recording": self._dialogs.ask_recording,
            "take_channel": partial(self._take_channel, payload),
            "edit_transcript": self.words_wanted.emit,
            "drop_transcript": self._drop_transcript,
        }
        if name in fixes:
            fixes[name]()

    def _look(self, *, always: bool, picture: Media | None = None) -> None:
        self._looking += 1
        self._view.set_busy()
        output = self._session.path.parent if self._session.path else Path.home()
        project = self._session.project
        if picture is not None:  # looked at in the portrait's place, and not kept
            project = replace(project, portrait=Portrait(picture, *_NO_FACE))
        task = engine.examine(project, DEFAULT_WEIGHTS, output)
        done = partial(self._on_findings, self._looking, always)
        self._runner.run(self.tr("Check the inputs"), task, done)

    def _on_findings(self, number: int, always: bool, findings: Sequence[Finding]) -> None:
        if number == self._looking:  # an older answer is about inputs that were replaced
            self._view.set_findings(findings)
            worst = any(finding.level != "pass" for finding in findings)
            if worst or always:
                self.attention_wanted.emit(True)

    def _on_portrait_refused(self, picture: Media) -> None:
        """Say what is wrong with a picture; of several faces, one can be chosen."""
        self._look(always=True, picture=picture)

    def _on_face_chosen(self, box: Box) -> None:
        portrait = self._media.offered_portrait
        if portrait is not None:
            self._media.use_face(portrait, box)

    def _take_channel(self, index: object) -> None:
        recording = self._session.project.recording
        if recording is not None:
            self._media.use_channel(recording, index if isinstance(index, int) else None)

    def _drop_transcript(self) -> None:
        self._editor.apply(
            self.tr("Remove the transcript"), partial(replace, transcript=None, changed=())
        )

    def _on_opened(self) -> None:
        self._looking += 1
        self._view.set_findings(())

    def _on_dismissed(self) -> None:
        self.attention_wanted.emit(False)
