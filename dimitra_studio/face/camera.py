"""The pinhole camera between rig space and pictures."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True)
class Camera:
    """Looks along -z; the principal point is the centre of the picture.

    Args:
        width: of the picture, in pixels.
        height: of the picture, in pixels.
        focal: focal length in pixels.
        position: x, y, z in rig space, in metres.

    Raises:
        ValueError: if a size or the focal length is not positive.
    """

    width: int
    height: int
    focal: float
    position: tuple[float, float, float]

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1 or not self.focal > 0.0:
            raise ValueError(f"no such camera: {self.width}x{self.height}, focal {self.focal}")

    def depth(self, points: ArrayLike) -> NDArray[np.float64]:
        """``(...)`` how far ``(..., 3)`` points are in front of the camera, in metres."""
        return self.position[2] - np.asarray(points, np.float64)[..., 2]

    def project(self, points: ArrayLike) -> NDArray[np.float64]:
        """Draw points of rig space into the picture.

        Args:
            points: ``(..., 3)`` metres, in front of the camera.

        Returns:
            ``(..., 2)`` pixels; (0, 0) is the outer corner of the first pixel, v grows downwards.
        """
        offset = np.asarray(points, np.float64) - self.position
        scale = self.focal / -offset[..., 2]
        u = 0.5 * self.width + scale * offset[..., 0]
        v = 0.5 * self.height - scale * offset[..., 1]
        return np.stack([u, v], -1)

    def unproject(self, pixels: ArrayLike, depth: ArrayLike) -> NDArray[np.float64]:
        """Find the points of rig space behind pixels.

        Args:
            pixels: ``(..., 2)`` as ``project`` gives them.
            depth: ``(...)`` metres in front of the camera.

        Returns:
            ``(..., 3)`` metres.
        """
        pixels, depth = np.asarray(pixels, np.float64), np.asarray(depth, np.float64)
        scale = depth / self.focal
        x = self.position[0] + (pixels[..., 0] - 0.5 * self.width) * scale
        y = self.position[1] + (0.5 * self.height - pixels[..., 1]) * scale
        return np.stack(np.broadcast_arrays(x, y, self.position[2] - depth), -1)

    def resized(self, width: int, height: int) -> "Camera":
        """The same view in another size; the width decides the scale."""
        return replace(self, width=width, height=height, focal=self.focal * width / self.width)


def look_at(
    target: ArrayLike, *, width: int, height: int, span: float, distance: float = 1.0
) -> Camera:
    """Place a camera in front of a point.

    Args:
        target: ``(3,)`` the point of rig space at the centre of the picture.
        width: of the picture, in pixels.
        height: of the picture, in pixels.
        span: metres that the shorter side of the picture shows at the target.
        distance: from the target, in metres.

    Raises:
        ValueError: if the span or the distance is not positive.
    """
    if not (span > 0.0 and distance > 0.0):
        raise ValueError(f"span and distance must be positive, got {span} and {distance}")
    x, y, z = (float(value) for value in np.asarray(target, np.float64))
    focal = min(width, height) * distance / span
    return Camera(width, height, focal, (x, y, z + distance))
