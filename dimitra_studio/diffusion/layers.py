"""The blocks of the motion network: efficient attention, local mixing, modulation."""

import torch
from torch import Tensor, nn

MASKED_KEY = -1e6  # its softmax over time is 0 in half precision too


def sinusoid(position: Tensor, width: int) -> Tensor:
    """Encode timesteps as sines and cosines.

    Args:
        position: ``(...)`` any numbers.
        width: even number of features.

    Returns:
        ``(..., width)`` float32.

    Source: Vaswani et al. 2017, section 3.5.
    """
    exponent = torch.arange(0, width, 2, device=position.device) / width
    angle = position[..., None] / 10_000**exponent
    return torch.cat((angle.sin(), angle.cos()), dim=-1)


def attention_context(key: Tensor, value: Tensor, padding: Tensor | None = None) -> Tensor:
    """Sum up a sequence: one value vector for each feature of the keys.

    Args:
        key: ``(B, T, H, K)``, H heads.
        value: ``(B, T, H, V)``.
        padding: ``(B, T)`` True where a token is to be ignored.

    Returns:
        ``(B, H, K, V)``.
    """
    if padding is not None:
        ignored = padding[:, :, None, None]
        key = key + MASKED_KEY * ignored
        value = value.masked_fill(ignored, 0)
    return torch.einsum("bthk,bthv->bhkv", key.softmax(dim=1), value)


def efficient_attention(
    query: Tensor, key: Tensor, value: Tensor, padding: Tensor | None = None
) -> Tensor:
    """Attention whose cost is linear in the number of tokens.

    Args:
        query: ``(B, S, H, K)``.
        key: ``(B, T, H, K)``.
        value: ``(B, T, H, V)``.
        padding: ``(B, T)`` True where a token is to be ignored.

    Returns:
        ``(B, S, H, V)``.

    Source: Shen et al. 2018, Efficient Attention, equation 2 with softmax normalisation.
    """
    context = attention_context(key, value, padding)
    return torch.einsum("bshk,bhkv->bshv", query.softmax(dim=-1), context)


class SelfAttention(nn.Module):
    """Every frame sees the whole window."""

    def __init__(self, width: int, n_heads: int) -> None:
        super().__init__()
        self.n_heads = n_heads
        self.to_query_key_value = nn.Linear(width, 3 * width)
        self.to_out = nn.Linear(width, width)

    def forward(self, x: Tensor, padding: Tensor | None) -> Tensor:
        """x ``(B, T, D)``, padding ``(B, T)`` -> ``(B, T, D)``."""
        heads = self.to_query_key_value(x).unflatten(-1, (3, self.n_heads, -1))
        query, key, value = heads.unbind(2)
        return self.to_out(efficient_attention(query, key, value, padding).flatten(2))


class CrossAttention(nn.Module):
    """Every frame sees the tokens that hold for the whole window: first frame and text."""

    def __init__(self, width: int, n_heads: int) -> None:
        super().__init__()
        self.n_heads = n_heads
        self.norm_token = nn.LayerNorm(width)
        self.to_query = nn.Linear(width, width)
        self.to_key_value = nn.Linear(width, 2 * width)
        self.to_out = nn.Linear(width, width)

    def forward(self, x: Tensor, tokens: Tensor) -> Tensor:
        """x ``(B, T, D)``, tokens ``(B, N, D)`` -> ``(B, T, D)``, or ``(B, 1, D)`` for one token.

        Both softmaxes over a single token leave its value, the same for every frame: then
        there is nothing to compute per frame.
        """
        key, value = self.to_key_value(self.norm_token(tokens)).chunk(2, dim=-1)
        if tokens.shape[1] == 1:
            return self.to_out(value)
        query, key, value = (
            part.unflatten(-1, (self.n_heads, -1)) for part in (self.to_query(x), key, value)
        )
        return self.to_out(efficient_attention(query, key, value).flatten(2))


class LocalMixing(nn.Module):
    """Depthwise convolution over time: where the network learns order, at any window length."""

    def __init__(self, width: int, kernel: int) -> None:
        super().__init__()
        self.over_time = nn.Conv1d(width, width, kernel, padding=kernel // 2, groups=width)
        self.to_out = nn.Linear(width, width)

    def forward(self, x: Tensor, padding: Tensor | None) -> Tensor:
        """x ``(B, T, D)``, padding ``(B, T)`` -> ``(B, T, D)``."""
        if padding is not None:
            x = x.masked_fill(padding[..., None], 0)  # as the border of the window looks
        mixed = self.over_time(x.transpose(1, 2)).transpose(1, 2)
        return self.to_out(nn.functional.silu(mixed))


class FeedForward(nn.Sequential):
    """The same two-layer perceptron for every frame."""

    def __init__(self, width: int, inner: int, dropout: float = 0.0) -> None:
        super().__init__(
            nn.Linear(width, inner), nn.GELU(), nn.Dropout(dropout), nn.Linear(inner, width)
        )


class EncoderBlock(nn.Module):
    """Pre-norm block of the encoders, which know nothing of the noise."""

    def __init__(
        self, width: int, n_heads: int, feed_forward: int, kernel: int, dropout: float
    ) -> None:
        super().__init__()
        self.norm_attention = nn.LayerNorm(width)
        self.attention = SelfAttention(width, n_heads)
        self.norm_local = nn.LayerNorm(width)
        self.local = LocalMixing(width, kernel)
        self.norm_feed_forward = nn.LayerNorm(width)
        self.feed_forward = FeedForward(width, feed_forward, dropout)

    def forward(self, x: Tensor, padding: Tensor | None) -> Tensor:
        """x ``(B, T, D)``, padding ``(B, T)`` -> ``(B, T, D)``."""
        x = x + self.local(self.norm_local(x), padding)
        x = x + self.attention(self.norm_attention(x), padding)
        return x + self.feed_forward(self.norm_feed_forward(x))


class Modulation(nn.Module):
    """Layer norm whose scale and shift follow the noise level."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width, elementwise_affine=False)
        self.to_scale_shift = nn.Linear(width, 2 * width)
        nn.init.zeros_(self.to_scale_shift.weight)  # start as a plain layer norm
        nn.init.zeros_(self.to_scale_shift.bias)

    def forward(self, x: Tensor, level: Tensor) -> Tensor:
        """x ``(B, T, D)``, level ``(B, D)`` -> ``(B, T, D)``."""
        scale, shift = self.to_scale_shift(level)[:, None].chunk(2, dim=-1)
        return self.norm(x) * (1 + scale) + shift


class DecoderBlock(nn.Module):
    """Local mixing, self-attention, cross-attention and feed-forward, led by the noise level."""

    def __init__(self, width: int, n_heads: int, feed_forward: int, kernel: int) -> None:
        super().__init__()
        self.norm_local = Modulation(width)
        self.local = LocalMixing(width, kernel)
        self.norm_attention = Modulation(width)
        self.attention = SelfAttention(width, n_heads)
        self.norm_cross = nn.LayerNorm(width)
        self.cross_attention = CrossAttention(width, n_heads)
        self.norm_feed_forward = Modulation(width)
        self.feed_forward = FeedForward(width, feed_forward)

    def forward(self, x: Tensor, level: Tensor, tokens: Tensor, padding: Tensor | None) -> Tensor:
        """x ``(B, T, D)``, level ``(B, D)``, tokens ``(B, N, D)`` -> ``(B, T, D)``."""
        x = x + self.local(self.norm_local(x, level), padding)
        x = x + self.attention(self.norm_attention(x, level), padding)
        x = x + self.cross_attention(self.norm_cross(x), tokens)
        return x + self.feed_forward(self.norm_feed_forward(x, level))
