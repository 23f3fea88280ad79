"""MediaPipe, imported late and kept from writing to the terminal."""

import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_NOISE = re.compile(
    rb"^(INFO: Created TensorFlow Lite|WARNING: All log messages before absl|[IWE]\d{4} )"
)
_lock = threading.RLock()  # one may be quiet within a quiet stretch


@contextmanager
def quiet() -> Iterator[None]:
    """Hold back what MediaPipe's C++ side logs while a graph starts; all else is written after.

    There is no switch for these lines: its logger is not initialised from Python.
    """
    with _lock:
        try:
            terminal = os.dup(2)
        except OSError:  # a window without a terminal has no stderr
            yield
            return
        with tempfile.TemporaryFile() as held:
            sys.stderr.flush() if sys.stderr else None
            os.dup2(held.fileno(), 2)
            try:
                yield
            finally:
                os.dup2(terminal, 2)
                held.seek(0)
                for line in held:
                    if not _NOISE.match(line):
                        os.write(terminal, line)
                os.close(terminal)


def import_mediapipe() -> None:
    """Import Face Mesh before it is needed, since that takes a second."""
    os.environ.setdefault("GLOG_minloglevel", "3")
    with quiet():
        import mediapipe.python.solutions.face_mesh  # noqa: F401 - only to have it at hand


def make_face_mesh(*, static: bool, n_faces: int, min_confidence: float = 0.5) -> Any:
    """Face Mesh with irises.

    Args:
        static: every picture is searched afresh; otherwise a face is followed from the last.
        n_faces: at most.
        min_confidence: of detection and of following, 0 to 1.
    """
    os.environ.setdefault("GLOG_minloglevel", "3")
    with quiet():
        from mediapipe.python.solutions.face_mesh import FaceMesh

        return FaceMesh(
            static_image_mode=static,
            max_num_faces=n_faces,
            refine_landmarks=True,
            min_detection_confidence=min_confidence,
            min_tracking_confidence=min_confidence,
        )


def make_segmenter() -> Any:
    """The network that tells a person from the background."""
    os.environ.setdefault("GLOG_minloglevel", "3")
    with quiet():
        from mediapipe.python.solutions.selfie_segmentation import SelfieSegmentation

        return SelfieSegmentation(model_selection=0)


def make_face_detector(*, full_range: bool, min_confidence: float = 0.5) -> Any:
    """The face detector for people near the camera, or with ``full_range`` up to 5 metres away."""
    os.environ.setdefault("GLOG_minloglevel", "3")
    with quiet():
        from mediapipe.python.solutions.face_detection import FaceDetection

        return FaceDetection(
            model_selection=int(full_range), min_detection_confidence=min_confidence
        )
