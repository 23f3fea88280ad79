"""The average of a network's weights over training, which is what gets released."""

from typing import Any

import torch
from torch import Tensor, nn


class EMA:
    """Exponential moving average of the parameters of a network.

    Args:
        network: to follow; it is not changed.
        decay: share of the average that each update keeps, once training is under way.
    """

    def __init__(self, network: nn.Module, decay: float) -> None:
        self._decay = decay
        self._n_updates = 0
        self._average = {
            name: parameter.detach().clone() for name, parameter in network.named_parameters()
        }

    @torch.no_grad()
    def update(self, network: nn.Module) -> None:
        """Take one step towards the network's present weights."""
        self._n_updates += 1
        # an early average forgets quickly, or it would remember the random start
        decay = min(self._decay, (1 + self._n_updates) / (10 + self._n_updates))
        for name, parameter in network.named_parameters():
            self._average[name].lerp_(parameter.detach(), 1 - decay)

    @torch.no_grad()
    def copy_to(self, network: nn.Module) -> None:
        """Give a network of the same config the averaged weights."""
        for name, parameter in network.named_parameters():
            parameter.copy_(self._average[name])

    def state_dict(self) -> dict[str, Any]:
        """For a checkpoint."""
        return {"n_updates": self._n_updates, "average": self._average}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Go on from a checkpoint."""
        self._n_updates = state["n_updates"]
        average: dict[str, Tensor] = state["average"]
        for name, value in self._average.items():
            value.copy_(average[name])
