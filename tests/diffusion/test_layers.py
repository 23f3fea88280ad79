from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from dimitra_studio.diffusion.layers import (
    CrossAttention,
    LocalMixing,
    SelfAttention,
    attention_context,
    efficient_attention,
)

PARITY = Path(__file__).parents[3] / "shared" / "parity"


def heads(seed: int, n_tokens: int = 7) -> Tensor:
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(2, n_tokens, 3, 4, generator=generator, dtype=torch.float64)


def reference_inputs(name: str) -> Tensor:
    """The inputs behind the reference numbers, as their folder defines them."""
    import zlib

    values = np.random.default_rng(zlib.crc32(name.encode())).standard_normal((2, 12, 3, 4))
    return torch.from_numpy(values)


def test_attention_is_the_published_one() -> None:
    if not (PARITY / "efficient_attention.npz").is_file():
        pytest.skip("the reference numbers are not on this machine")
    want = np.load(PARITY / "efficient_attention.npz")
    query, key, value = (reference_inputs(f"ea.{part}") for part in "qkv")
    padding = torch.from_numpy(want["mask"])[:, :, 0, 0] == 0
    for name, mask in (("", None), ("_masked", padding)):
        context = attention_context(key, value, mask)
        output = efficient_attention(query, key, value, mask)
        np.testing.assert_allclose(context, want[f"context{name}"], atol=1e-10)
        np.testing.assert_allclose(output, want[f"output{name}"], atol=1e-10)


def test_attention_equals_the_quadratic_form() -> None:
    query, key, value = heads(0), heads(1), heads(2)
    weights = torch.einsum("bshk,bthk->bhst", query.softmax(-1), key.softmax(1))
    expected = torch.einsum("bhst,bthv->bshv", weights, value)
    torch.testing.assert_close(efficient_attention(query, key, value), expected)


def test_padding_is_as_if_absent() -> None:
    query, key, value = heads(0), heads(1), heads(2)
    padding = torch.arange(7).expand(2, 7) >= 5
    padded = efficient_attention(query, key, value, padding)
    torch.testing.assert_close(padded, efficient_attention(query, key[:, :5], value[:, :5]))


@torch.no_grad()
def test_one_token_takes_the_short_way_to_the_same_result() -> None:
    torch.manual_seed(0)
    cross = CrossAttention(width=8, n_heads=2)
    x, token = torch.randn(2, 5, 8), torch.randn(2, 1, 8)
    twice = cross(x, token.expand(-1, 2, -1))  # two equal tokens go the long way
    torch.testing.assert_close(cross(x, token).expand_as(twice), twice)


def test_self_attention_has_no_order_and_local_mixing_has() -> None:
    torch.manual_seed(0)
    x = torch.randn(1, 9, 8)
    attention, local = SelfAttention(8, 2), LocalMixing(8, 5)
    torch.testing.assert_close(attention(x.flip(1), None).flip(1), attention(x, None))
    assert (local(x.flip(1), None).flip(1) - local(x, None)).abs().max() > 0.01
