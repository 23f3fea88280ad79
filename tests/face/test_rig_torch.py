"""The rig in torch."""

import numpy as np
import pytest
import torch

from dimitra_studio.face.rig_torch import TorchRig, rotation_matrix
from dimitra_studio.face.rigs import StudioRig, load_rig


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


@pytest.fixture(scope="module")
def torch_rig(rig: StudioRig) -> TorchRig:
    return TorchRig(rig)


def test_equals_numpy(rig: StudioRig, torch_rig: TorchRig) -> None:
    rng = np.random.default_rng(0)
    curves = rng.uniform(-0.2, 0.6, (4, len(rig.description.channels))).astype(np.float32)
    identity = rng.normal(size=rig.n_identity).astype(np.float32)
    arguments = torch.from_numpy(curves), torch.from_numpy(identity)
    for name in ("vertices", "landmarks478", "landmarks68"):
        expected = getattr(rig, name)(curves, identity)
        assert np.allclose(getattr(torch_rig, name)(*arguments).numpy(), expected, atol=2e-6)


def test_batches_and_the_mean_person(rig: StudioRig, torch_rig: TorchRig) -> None:
    curves = torch.rand(3, 5, len(rig.description.channels), generator=torch.Generator())
    identity = torch.randn(3, rig.n_identity, generator=torch.Generator().manual_seed(1))
    batch = torch_rig.landmarks478(curves, identity)
    assert batch.shape == (3, 5, 478, 3)
    assert torch.allclose(batch[1], torch_rig.landmarks478(curves[1], identity[1]), atol=1e-6)
    expected = rig.landmarks478(curves[2].numpy())
    assert np.allclose(torch_rig.landmarks478(curves[2]).numpy(), expected, atol=2e-6)


def test_gradient_reaches_every_channel_and_the_identity(
    rig: StudioRig, torch_rig: TorchRig
) -> None:
    curves = torch.full((1, len(rig.description.channels)), 0.1, requires_grad=True)
    identity = torch.zeros(rig.n_identity, requires_grad=True)
    weights = torch.randn(rig.n_vertices, 3, generator=torch.Generator().manual_seed(0))
    (torch_rig.vertices(curves, identity) * weights).sum().backward()
    assert curves.grad is not None
    assert identity.grad is not None
    assert (curves.grad != 0).all()
    assert (identity.grad != 0).all()


def test_gradient_of_a_rotation_is_right() -> None:
    angles = torch.tensor([0.2, -0.5, 0.9], dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(rotation_matrix, (angles,))


def test_wrong_shapes_are_refused(torch_rig: TorchRig) -> None:
    with pytest.raises(ValueError, match="T, 58"):
        torch_rig.landmarks478(torch.zeros(2, 57))
    with pytest.raises(ValueError, match="angles"):
        rotation_matrix(torch.zeros(2))
