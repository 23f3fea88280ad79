"""The studio rig in torch, for losses that look at the face instead of its curves."""

import numpy as np
import torch
from torch import Tensor, nn

from dimitra_studio.core.rig import POSE_CHANNELS
from dimitra_studio.face.landmarks import IBUG_68
from dimitra_studio.face.point_basis import REACH, PointBasis
from dimitra_studio.face.rigs import StudioRig


def rotation_matrix(angles: Tensor) -> Tensor:
    """Turn head angles into matrices; ``face.rotation`` has the convention.

    Args:
        angles: ``(..., 3)`` pitch, yaw, roll in radians.

    Returns:
        ``(..., 3, 3)``, to be multiplied by column vectors from the left.

    Raises:
        ValueError: if the last axis is not 3 long.
    """
    if angles.shape[-1:] != (3,):
        raise ValueError(f"angles must be (..., 3), got {tuple(angles.shape)}")
    (sx, sy, sz), (cx, cy, cz) = (f(angles).unbind(-1) for f in (torch.sin, torch.cos))
    rows = (
        (cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx),
        (sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx),
        (-sy, cy * sx, cy * cx),
    )
    return torch.stack([torch.stack(row, -1) for row in rows], -2)


class TorchPoints(nn.Module):
    """Points of a rig as a function of curves and identity, with gradients for both.

    Args:
        basis: of the points.
    """

    neutral: Tensor
    expression: Tensor
    identity: Tensor
    weight: Tensor
    pivot: Tensor
    further: Tensor

    def __init__(self, basis: PointBasis) -> None:
        super().__init__()
        for name in ("neutral", "expression", "identity", "weight", "pivot"):
            self.register_buffer(name, torch.tensor(getattr(basis, name)), persistent=False)
        same = np.zeros((len(basis.expression), len(basis.identity)), np.float32)
        further = same if basis.further is None else basis.further
        self.register_buffer("further", torch.tensor(further), persistent=False)

    def forward(self, curves: Tensor, identity: Tensor | None = None) -> Tensor:
        """Move the points.

        Args:
            curves: ``(..., T, C)`` blendshape values, then the six of the pose.
            identity: ``(..., I)`` standard deviations; the mean person for None.

        Returns:
            ``(..., T, K, 3)`` metres in rig space.

        Raises:
            ValueError: if the number of channels is wrong.
        """
        n_channels = len(self.expression) + len(POSE_CHANNELS)
        if curves.ndim < 2 or curves.shape[-1] != n_channels:
            raise ValueError(f"curves must be (..., T, {n_channels}), got {tuple(curves.shape)}")
        pose = curves[..., len(self.expression) :]
        values, angles, shift = curves[..., : len(self.expression)], pose[..., :3], pose[..., 3:]
        rest = self.neutral
        if identity is not None:
            reach = (1.0 + identity @ self.further.T).clamp(*REACH)
            values = values * reach.unsqueeze(-2)
            offsets = torch.einsum("...i,ikc->...kc", identity, self.identity)
            rest = (rest + offsets).unsqueeze(-3)
        points = rest + torch.einsum("...e,ekc->...kc", values, self.expression)
        arms = points - self.pivot
        turned = arms @ rotation_matrix(angles).transpose(-1, -2) + shift.unsqueeze(-2)
        return points + self.weight[:, None] * (turned - arms)


class TorchRig(nn.Module):
    """The studio rig: curves and an identity in, vertices and landmarks out.

    Args:
        rig: whose bases to use.
    """

    def __init__(self, rig: StudioRig) -> None:
        super().__init__()
        self.landmarks = TorchPoints(rig.landmark_basis())
        self.mesh = TorchPoints(rig.mesh_basis())

    def vertices(self, curves: Tensor, identity: Tensor | None = None) -> Tensor:
        """``(..., T, V, 3)`` the mesh in metres.

        Args:
            curves: ``(..., T, C)``.
            identity: ``(..., I)`` standard deviations; the mean person for None.
        """
        return self.mesh(curves, identity)

    def landmarks478(self, curves: Tensor, identity: Tensor | None = None) -> Tensor:
        """``(..., T, 478, 3)`` MediaPipe's landmarks in metres.

        Args:
            curves: as in ``vertices``.
            identity: as in ``vertices``.
        """
        return self.landmarks(curves, identity)

    def landmarks68(self, curves: Tensor, identity: Tensor | None = None) -> Tensor:
        """``(..., T, 68, 3)`` the landmarks of the iBUG order in metres.

        Args:
            curves: as in ``vertices``.
            identity: as in ``vertices``.
        """
        return self.landmarks478(curves, identity)[..., list(IBUG_68), :]
