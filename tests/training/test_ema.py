import pytest
import torch
from torch import nn

from dimitra_studio.training.ema import EMA


def constant(value: float) -> nn.Linear:
    network = nn.Linear(2, 2)
    for parameter in network.parameters():
        nn.init.constant_(parameter, value)
    return network


def test_average_follows_the_network_slowly() -> None:
    ema, target = EMA(constant(0), decay=0.9), constant(1)
    for _ in range(100):
        ema.update(target)
    average = constant(5)
    ema.copy_to(average)
    assert 0.99 < average.weight[0, 0].item() < 1
    ema.update(constant(11))
    ema.copy_to(average)
    assert average.weight[0, 0].item() == pytest.approx(2, abs=0.01)


def test_network_itself_is_not_touched() -> None:
    network = constant(0)
    ema = EMA(network, decay=0.5)
    ema.update(constant(1))
    assert not network.weight.any()


def test_state_goes_on_where_it_was() -> None:
    one, other = EMA(constant(0), 0.9), EMA(constant(7), 0.9)
    one.update(constant(1))
    other.load_state_dict(one.state_dict())
    for ema in (one, other):
        ema.update(constant(2))
    left, right = constant(0), constant(0)
    one.copy_to(left)
    other.copy_to(right)
    assert torch.equal(left.weight, right.weight)
