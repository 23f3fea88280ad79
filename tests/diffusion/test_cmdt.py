from dataclasses import replace

import pytest
import torch
from torch import Tensor

from dimitra_studio.diffusion.cmdt import CMDT, PRESETS, CMDTConfig, PhonemeEmbedding
from dimitra_studio.diffusion.conditioning import CONDITIONS, Conditions

N_CLIPS, N_FRAMES = 3, 10
EVERYTHING = ("audio", "phonemes", "first", "text", "known")


@pytest.fixture
def x() -> Tensor:
    return torch.randn(N_CLIPS, N_FRAMES, 6, generator=torch.Generator().manual_seed(1))


@pytest.fixture
def timestep() -> Tensor:
    return torch.tensor([0, 250, 499])


@pytest.fixture
def conditions() -> Conditions:
    generator = torch.Generator().manual_seed(2)
    return Conditions(
        audio=torch.randn(N_CLIPS, N_FRAMES, 16, generator=generator),
        phonemes=torch.randint(0, 4, (N_CLIPS, N_FRAMES, 4), generator=generator),
        first=torch.randn(N_CLIPS, 6, generator=generator),
        text=torch.randn(N_CLIPS, 8, generator=generator),
        known=torch.randn(N_CLIPS, N_FRAMES, 6, generator=generator),
        mask=torch.rand(N_CLIPS, N_FRAMES, generator=generator) < 0.5,
    )


def only(conditions: Conditions, clip: int, n_frames: int = N_FRAMES) -> Conditions:
    """One clip of the batch, cut after ``n_frames``."""
    parts = {}
    for name in (*EVERYTHING, "mask"):
        part = getattr(conditions, name)[clip : clip + 1]
        parts[name] = part if name in ("first", "text") else part[:, :n_frames]
    return Conditions(**parts)


def test_output_has_the_shape_of_the_motion(
    network: CMDT, x: Tensor, timestep: Tensor, conditions: Conditions
) -> None:
    assert network(x, timestep, conditions).shape == (N_CLIPS, N_FRAMES, 6)


def test_gradient_reaches_every_parameter(
    network: CMDT, x: Tensor, timestep: Tensor, conditions: Conditions
) -> None:
    given = torch.tensor([[True] * 4, [False] * 4, [True] * 4])
    output = network(x, timestep, replace(conditions, given=given))
    output.square().sum().backward()
    grads = {name: parameter.grad for name, parameter in network.named_parameters()}
    assert [name for name, grad in grads.items() if grad is None or not grad.abs().sum() > 0] == []


def test_batch_equals_single(
    network: CMDT, x: Tensor, timestep: Tensor, conditions: Conditions
) -> None:
    together = network(x, timestep, conditions)
    for clip in range(N_CLIPS):
        here = slice(clip, clip + 1)
        alone = network(x[here], timestep[here], only(conditions, clip))
        torch.testing.assert_close(together[here], alone, rtol=1e-4, atol=1e-5)


def test_padding_is_ignored(
    network: CMDT, x: Tensor, timestep: Tensor, conditions: Conditions
) -> None:
    padding = torch.arange(N_FRAMES).expand(N_CLIPS, -1) >= 6
    padded = network(x, timestep, replace(conditions, padding=padding))[:1, :6]
    alone = network(x[:1, :6], timestep[:1], only(conditions, 0, 6))
    torch.testing.assert_close(padded, alone, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("name", EVERYTHING)
def test_every_condition_matters(
    network: CMDT, x: Tensor, timestep: Tensor, conditions: Conditions, name: str
) -> None:
    value = getattr(conditions, name).flip(0)
    other = network(x, timestep, replace(conditions, **{name: value}))
    assert (other - network(x, timestep, conditions)).abs().max() > 1e-3


@pytest.mark.parametrize("name", CONDITIONS)
def test_condition_not_given_is_a_condition_left_out(
    network: CMDT, x: Tensor, timestep: Tensor, conditions: Conditions, name: str
) -> None:
    given = torch.ones(N_CLIPS, 4, dtype=torch.bool)
    given[:, CONDITIONS.index(name)] = False
    dropped = network(x, timestep, replace(conditions, given=given))
    torch.testing.assert_close(dropped, network(x, timestep, conditions.without((name,))))


def test_values_that_are_not_pinned_are_not_seen(
    network: CMDT, x: Tensor, timestep: Tensor, conditions: Conditions
) -> None:
    assert conditions.known is not None
    assert conditions.mask is not None
    known = torch.where(conditions.mask[..., None], conditions.known, 100.0)
    other = network(x, timestep, replace(conditions, known=known))
    assert torch.equal(other, network(x, timestep, conditions))


def test_order_of_frames_matters(network: CMDT, x: Tensor, timestep: Tensor) -> None:
    backwards = network(x.flip(1), timestep, Conditions()).flip(1)
    assert (backwards - network(x, timestep, Conditions())).abs().max() > 0.01


def test_dtype_follows_the_input(network: CMDT, x: Tensor, timestep: Tensor) -> None:
    output = network.double()(x.double(), timestep, Conditions())
    assert output.dtype == torch.float64


def test_phoneme_that_training_never_met_behaves_as_its_viseme() -> None:
    torch.manual_seed(0)
    embedding = PhonemeEmbedding((0, 1, 1, 2), width=4, dropout=0.3)
    optimiser = torch.optim.AdamW(embedding.parameters(), lr=0.1)
    for _ in range(150):
        optimiser.zero_grad()
        embedding(torch.tensor([[[0, 1, 3]]])).sub(1).square().sum().backward()
        optimiser.step()
    embedding.eval()
    trained, unmet = embedding(torch.tensor([[[1, 2]]]))[0, 0]
    assert torch.equal(unmet, embedding.embed_viseme.weight[1])
    assert not torch.equal(trained, unmet)
    assert (unmet - 1).abs().max() < 0.3


def test_untrained_network_gives_the_mean_motion(
    x: Tensor, timestep: Tensor, conditions: Conditions, network: CMDT
) -> None:
    assert not CMDT(network.config)(x, timestep, conditions).any()


def test_released_size_is_near_the_published_one() -> None:
    with torch.device("meta"):
        network = CMDT(CMDTConfig(motion_dim=13, **PRESETS["dimitra++"]))
    assert network.config.width == 512
    assert len(network.blocks) == 8


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"width": 30}, "multiple"),
        ({"kernel": 4}, "odd"),
        ({"visemes": (0, 1)}, "4 phonemes, 2 visemes"),
    ],
)
def test_sizes_that_do_not_fit_are_refused(
    network: CMDT, wrong: dict[str, int], reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        replace(network.config, **wrong)


def test_known_values_need_a_mask() -> None:
    with pytest.raises(ValueError, match="come together"):
        Conditions(known=torch.zeros(1, 2, 3))
