"""Faces in pictures: found at any size, measured by MediaPipe Face Mesh."""

from types import TracebackType
from typing import Any, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.mediapipe_setup import make_face_detector, make_face_mesh, quiet
from dimitra_studio.face.quality import eye_distance
from dimitra_studio.face.regions import EYE_CORNERS

N_LOOKS = 8
"""Times a still picture is measured: one look is off by 0.5 % of the eye distance, eight by 0.2."""

_LOOK_SIDE = 384  # pixels of the square that Face Mesh gets; it looks at 192 of them
_MARGIN = 2.6  # side of that square over the face; Face Mesh searches it for the face again
_LARGE = 0.25  # of the longer side: faces this large are followed without a crop
_FAST = 0.15  # eye distances a frame beyond which Face Mesh, which looks where a face was, lags
_SEARCH_EVERY = 5  # frames between searches while no face is in sight
_LOST_AFTER = 5  # frames without a face until the whole picture is searched again

Box = NDArray[np.float64]
"""``(4,)`` x, y, width, height in pixels."""


class FaceTracker:
    """Measures faces; keeps MediaPipe's graphs, so make one and use it often.

    ``detect`` is for pictures and remembers nothing. ``follow`` is for the frames of one clip in
    order; call ``reset`` before another clip.
    """

    def __init__(self) -> None:
        self._graphs: dict[str, Any] = {}
        self.reset()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop MediaPipe's threads; the tracker starts them again when it is used."""
        for graph in self._graphs.values():
            graph.close()
        self._graphs.clear()

    def reset(self) -> None:
        """Forget the clip that was followed."""
        self._region: NDArray[np.int64] | None = None  # left, top, right, bottom
        self._last: NDArray[np.float64] | None = None
        self._n_missed = 0
        self._n_waiting = 0
        if "follow" in self._graphs:  # a picture without a face makes it search again
            self._process("follow", np.zeros((64, 64, 3), np.uint8))

    def find(self, image: NDArray[np.uint8], *, thorough: bool = False) -> list[Box]:
        """Boxes around faces, largest first.

        Args:
            image: ``(H, W, 3)``.
            thorough: when there is none at first sight, look for small ones part by part.
        """
        boxes = self._find_in(image, np.zeros(2))
        parts = (2, 4, 8) if thorough else ()
        for n_parts in parts:
            if boxes:
                break
            side = max(256, -(-max(image.shape[:2]) // n_parts))
            for left, top in _tiles(image.shape[1], image.shape[0], side):
                tile = np.ascontiguousarray(image[top : top + side, left : left + side])
                boxes += self._find_in(tile, np.array([left, top]))
        return _distinct(boxes)

    def detect(self, image: NDArray[np.uint8]) -> list[NDArray[np.float64]]:
        """Measure every face of a picture.

        Args:
            image: ``(H, W, 3)``.

        Returns:
            ``(478, 3)`` each, largest face first: x and y in pixels, z in pixels towards the back.
        """
        faces: list[NDArray[np.float64]] = []
        for box in self.find(image, thorough=True):
            face = self._measure(image, box)
            if face is not None and not any(_same_face(face, other) for other in faces):
                faces.append(face)
        return sorted(faces, key=eye_distance, reverse=True)

    def follow(self, image: NDArray[np.uint8]) -> NDArray[np.float64] | None:
        """Measure the face of the next frame of a clip.

        Args:
            image: ``(H, W, 3)``, as large as the frames before.

        Returns:
            ``(478, 3)`` as ``detect``, of the largest face when the clip began; None while no
            face is in sight.
        """
        if self._region is None and not self._search(image):
            return None
        assert self._region is not None  # for the type checker: the search has just set it
        face = self._look_on(image)
        if face is not None and self._last is not None:
            moved = np.linalg.norm((face - self._last)[:, :2].mean(0))
            if moved > _FAST * eye_distance(face):  # look again from where it is now
                face = self._look_on(image)
        self._last = face
        if face is None:
            self._n_missed += 1
            if self._n_missed >= _LOST_AFTER:
                self.reset()
            return None
        self._n_missed = 0
        self._keep_in_view(face, image.shape)
        return face

    def _look_on(self, image: NDArray[np.uint8]) -> NDArray[np.float64] | None:
        """Measure the face where it was last."""
        assert self._region is not None  # for the type checker
        left, top, right, bottom = self._region
        part = image[top:bottom, left:right]
        scale = min(1.0, _LOOK_SIDE / max(part.shape[:2]))
        if scale < 1.0:
            part = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        found = self._process("follow", np.ascontiguousarray(part))
        if not found:
            return None
        width, height = right - left, bottom - top
        return found[0] * (width, height, width) + (left, top, 0)

    def _search(self, image: NDArray[np.uint8]) -> bool:
        if self._n_waiting:
            self._n_waiting -= 1
            return False
        boxes = self.find(image, thorough=True)
        if not boxes:
            self._n_waiting = _SEARCH_EVERY - 1
            return False
        height, width = image.shape[:2]
        if len(boxes) == 1 and boxes[0][2] >= _LARGE * max(width, height):
            self._region = np.array([0, 0, width, height])
        else:
            self._region = _region_around(boxes[0], width, height)
        return True

    def _keep_in_view(self, face: NDArray[np.float64], shape: tuple[int, ...]) -> None:
        """Move the part of the picture that is looked at before the face leaves it."""
        height, width = shape[:2]
        assert self._region is not None  # for the type checker
        whole = np.array([0, 0, width, height])
        box = _box_of(face)
        side = self._region[2:] - self._region[:2]
        inner = np.concatenate([self._region[:2] + 0.08 * side, self._region[2:] - 0.08 * side])
        inner = np.where(self._region == whole, whole, inner)
        inside = np.all(box[:2] >= inner[:2]) and np.all(box[:2] + box[2:] <= inner[2:])
        grown = box[2:].max() > side.max() / 1.6 and np.any(self._region != whole)
        if not inside or grown:
            region = _region_around(box, width, height)
            if np.any(region != self._region):
                self.reset()
                self._region = region

    def _graph(self, name: str) -> Any:
        if name not in self._graphs:
            if name in ("near", "far"):
                self._graphs[name] = make_face_detector(full_range=name == "far")
            else:
                static = name == "measure"
                self._graphs[name] = make_face_mesh(static=static, n_faces=4 if static else 1)
        return self._graphs[name]

    def _run(self, name: str, image: NDArray[np.uint8]) -> Any:
        if name in self._graphs:
            return self._graphs[name].process(image)
        with quiet():  # a graph logs from its start until it has seen its first picture
            return self._graph(name).process(image)

    def _process(self, name: str, image: NDArray[np.uint8]) -> list[NDArray[np.float64]]:
        """``(478, 3)`` faces in shares of the picture."""
        faces = self._run(name, image).multi_face_landmarks or []
        return [np.array([(p.x, p.y, p.z) for p in face.landmark], np.float64) for face in faces]

    def _find_in(self, image: NDArray[np.uint8], corner: NDArray[np.float64]) -> list[Box]:
        boxes = []
        height, width = image.shape[:2]
        for name in ("far", "near"):
            for detection in self._run(name, image).detections or []:
                share = detection.location_data.relative_bounding_box
                box = np.array([share.xmin, share.ymin, share.width, share.height])
                box *= (width, height, width, height)
                box[:2] += corner
                boxes.append(box)
        return boxes

    def _measure(self, image: NDArray[np.uint8], box: Box) -> NDArray[np.float64] | None:
        centre, side, angle = box[:2] + box[2:] / 2, _MARGIN * float(box[2:].max()), 0.0
        face = self._look(image, centre, side, angle)
        if face is None:
            return None
        centre, side, angle = _frame_of(face)
        jitter = np.random.default_rng(0)  # the same picture gives the same numbers
        looks = []
        for _ in range(N_LOOKS):
            shift = jitter.uniform(-0.04, 0.04, 2) * side
            zoom, turn = jitter.uniform(0.9, 1.1), jitter.uniform(-0.08, 0.08)
            looks.append(self._look(image, centre + shift, side * zoom, angle + turn))
        kept = [look for look in looks if look is not None]
        return np.mean(kept, axis=0) if kept else face

    def _look(
        self, image: NDArray[np.uint8], centre: NDArray[np.float64], side: float, angle: float
    ) -> NDArray[np.float64] | None:
        """Measure the face nearest to the centre of a square turned by ``angle``."""
        # pixels count from the outer corner here, from the middle of the first one in OpenCV
        scale = _LOOK_SIDE / side
        cosine, sine = scale * np.cos(angle), scale * np.sin(angle)
        turn = np.array([[cosine, sine], [-sine, cosine]])
        offset = _LOOK_SIDE / 2 - turn @ centre
        to_square = np.column_stack([turn, turn @ (0.5, 0.5) + offset - 0.5])
        source = image
        if scale < 0.5:  # sampling alone would alias
            source = cv2.GaussianBlur(image, (0, 0), 0.4 / scale)
        square = cv2.warpAffine(
            source,
            to_square,
            (_LOOK_SIDE, _LOOK_SIDE),
            flags=cv2.INTER_LINEAR if scale < 1 else cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REPLICATE,
        )
        faces = [face * _LOOK_SIDE for face in self._process("measure", square)]
        if not faces:
            return None
        middle = [float(np.linalg.norm(face[:, :2].mean(0) - _LOOK_SIDE / 2)) for face in faces]
        nearest = int(np.argmin(middle))
        if middle[nearest] > _LOOK_SIDE / 4:
            return None
        face = faces[nearest]
        points = (face[:, :2] - offset) @ np.linalg.inv(turn).T
        return np.column_stack([points, face[:, 2] / scale])


def _box_of(face: NDArray[np.float64]) -> Box:
    low, high = face[:, :2].min(0), face[:, :2].max(0)
    return np.concatenate([low, high - low])


def _frame_of(face: NDArray[np.float64]) -> tuple[NDArray[np.float64], float, float]:
    """Centre, side and angle of the upright square in which a face is looked at."""
    box = _box_of(face)
    across = face[EYE_CORNERS[1], :2] - face[EYE_CORNERS[0], :2]
    side = _MARGIN * 0.8 * float(box[2:].max())  # landmarks reach further than detected boxes
    return box[:2] + box[2:] / 2, side, float(np.arctan2(across[1], across[0]))


def _region_around(box: Box, width: int, height: int) -> NDArray[np.int64]:
    half = _MARGIN / 2 * float(box[2:].max())
    centre = box[:2] + box[2:] / 2
    low = np.maximum(np.floor(centre - half), 0)
    high = np.minimum(np.ceil(centre + half), (width, height))
    return np.concatenate([low, high]).astype(np.int64)


def _tiles(width: int, height: int, side: int) -> list[tuple[int, int]]:
    """Left and top of squares that overlap by half."""
    lefts = range(0, max(width - side // 2, 1), side // 2)
    tops = range(0, max(height - side // 2, 1), side // 2)
    return [(left, top) for top in tops for left in lefts]


def _distinct(boxes: list[Box]) -> list[Box]:
    """Largest first, without those whose centre lies in a larger one."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda box: -box[2] * box[3]):
        centre = box[:2] + box[2:] / 2
        if not any(np.all(np.abs(centre - k[:2] - k[2:] / 2) < k[2:] / 2) for k in kept):
            kept.append(box)
    return kept


def _same_face(face: NDArray[np.float64], other: NDArray[np.float64]) -> bool:
    distance = np.linalg.norm(face[:, :2].mean(0) - other[:, :2].mean(0))
    return bool(distance < 0.5 * eye_distance(other))
