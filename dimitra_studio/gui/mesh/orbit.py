"""From where the mesh is looked at."""

from dataclasses import dataclass, replace
from math import cos, pi, sin

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.pipeline.preview import CENTRE, SPAN

Floats = NDArray[np.float32]

_DISTANCE = 1.0  # metres from the middle of the head, as in exported pictures
_NEAR, _FAR = 0.1, 3.0  # metres
_STEEPEST = 0.49 * pi
_ZOOMS = (0.5, 16.0)
_REACH = 0.3  # metres that the picture can be moved by
_TURN = 1.2 * pi  # radians for a drag over the shorter side of the view


@dataclass(frozen=True, slots=True)
class Orbit:
    """A camera on a sphere around the head.

    Args:
        yaw: radians to the person's left.
        pitch: radians upwards.
        zoom: 1 shows head, neck and some shoulder.
        x: metres that the picture is moved to the right.
        y: metres that it is moved upwards.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def turned(self, right: float, down: float) -> "Orbit":
        """After a drag, in shares of the view's shorter side."""
        yaw = (self.yaw - _TURN * right + pi) % (2.0 * pi) - pi
        pitch = min(max(self.pitch + _TURN * down, -_STEEPEST), _STEEPEST)
        return replace(self, yaw=yaw, pitch=pitch)

    def moved(self, right: float, down: float) -> "Orbit":
        """After a drag, in shares of the view's shorter side."""
        share = SPAN / self.zoom
        x = min(max(self.x + share * right, -_REACH), _REACH)
        y = min(max(self.y - share * down, -_REACH), _REACH)
        return replace(self, x=x, y=y)

    def zoomed(self, factor: float) -> "Orbit":
        """Closer by ``factor``."""
        zoom = min(max(self.zoom * factor, _ZOOMS[0]), _ZOOMS[1])
        return replace(self, zoom=zoom)

    def rotation(self) -> NDArray[np.float64]:
        """``(3, 3)`` from rig space to the camera's axes: right, up, backwards."""
        a, b = -self.yaw, self.pitch
        about_y = np.array([[cos(a), 0.0, sin(a)], [0.0, 1.0, 0.0], [-sin(a), 0.0, cos(a)]])
        about_x = np.array([[1.0, 0.0, 0.0], [0.0, cos(b), -sin(b)], [0.0, sin(b), cos(b)]])
        return about_x @ about_y

    def eye(self) -> NDArray[np.float64]:
        """``(3,)`` where the camera is, in rig space."""
        place = np.array([-self.x, -self.y, _DISTANCE])
        return np.array(CENTRE) + self.rotation().T @ place

    def matrix(self, width: int, height: int) -> NDArray[np.float64]:
        """``(4, 4)`` from rig space to OpenGL's clip space."""
        rotation = self.rotation()
        view = np.eye(4)
        view[:3, :3] = rotation
        view[:3, 3] = (self.x, self.y, -_DISTANCE) - rotation @ np.array(CENTRE)
        focal = 2.0 * self.zoom * _DISTANCE / SPAN * min(width, height)
        lens = np.zeros((4, 4))
        lens[0, 0], lens[1, 1] = focal / width, focal / height
        lens[2, 2] = -(_FAR + _NEAR) / (_FAR - _NEAR)
        lens[2, 3] = -2.0 * _FAR * _NEAR / (_FAR - _NEAR)
        lens[3, 2] = -1.0
        return lens @ view

    def in_front(self, vertices: Floats) -> Floats:
        """``(V, 3)`` vertices turned and moved to where a camera in front sees the same."""
        centre = np.array(CENTRE)
        seen = (vertices - centre) @ self.rotation().T + (self.x, self.y, 0.0)
        # Nearer instead of larger: the same but for some perspective.
        seen[:, 2] += _DISTANCE * (1.0 - 1.0 / self.zoom)
        return (seen + centre).astype(np.float32)


VIEWS = {
    "front": Orbit(),
    "left": Orbit(yaw=0.5 * pi),
    "right": Orbit(yaw=-0.5 * pi),
    "three_quarter_left": Orbit(yaw=0.2 * pi),
    "three_quarter_right": Orbit(yaw=-0.2 * pi),
}
"""The views that have names; left and right are the person's own."""
