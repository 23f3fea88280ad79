"""The conditional Motion Diffusion Transformer: cleans a noisy window of one motion component."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from dimitra_studio.diffusion.conditioning import Conditions
from dimitra_studio.diffusion.layers import DecoderBlock, EncoderBlock, sinusoid


@dataclass(frozen=True, slots=True)
class CMDTConfig:
    """Everything needed to rebuild the network; stored beside its weights.

    Args:
        motion_dim: width M of the component.
        audio_dim: width A of the audio features.
        phonemes: symbols of the phonemes in the order of their ids; none if it takes none.
        visemes: viseme of each phoneme, counted from 0.
        hops_per_frame: phonemes given for each frame.
        text_dim: width E of the text vector; 0 if the network takes no text.
        width: inner width D; even, and a multiple of ``n_heads`` and ``hops_per_frame``.
        depth: decoder blocks.
        audio_depth: blocks of the audio encoder.
        phoneme_depth: blocks of the phoneme encoder.
        n_heads: attention heads in a block.
        feed_forward: inner width of the feed-forward layers.
        kernel: odd number of frames that local mixing sees.
        dropout: share of the encoders' inner features that training switches off.
        phoneme_dropout: share of phonemes that training reduces to their viseme.
        max_frames: longest window in training.

    Raises:
        ValueError: if the sizes do not fit each other.
    """

    motion_dim: int
    audio_dim: int = 256
    phonemes: tuple[str, ...] = ()
    visemes: tuple[int, ...] = ()
    hops_per_frame: int = 4
    text_dim: int = 0
    width: int = 512
    depth: int = 8
    audio_depth: int = 4
    phoneme_depth: int = 2
    n_heads: int = 8
    feed_forward: int = 1024
    kernel: int = 7
    dropout: float = 0.1
    phoneme_dropout: float = 0.3
    max_frames: int = 75

    def __post_init__(self) -> None:
        if self.width % (2 * self.n_heads) or self.width % self.hops_per_frame:
            raise ValueError(
                f"width {self.width} must be a multiple of twice the {self.n_heads} heads "
                f"and of the {self.hops_per_frame} hops"
            )
        if len(self.phonemes) != len(self.visemes):
            raise ValueError(f"{len(self.phonemes)} phonemes, {len(self.visemes)} visemes")
        if self.kernel % 2 == 0:
            raise ValueError(f"the kernel must be odd, got {self.kernel}")


PRESETS: dict[str, dict[str, int]] = {
    "small": {
        "text_dim": 512,
        "width": 128,
        "depth": 4,
        "audio_depth": 2,
        "phoneme_depth": 1,
        "n_heads": 4,
        "feed_forward": 256,
    },
    "paper": {"audio_dim": 768, "text_dim": 512},
    "dimitra++": {"audio_dim": 9216, "max_frames": 100},
}
"""Sizes of ``CMDTConfig``: the weights that ship, Dimitra (Wav2Vec 2.0, phonemes and text) and
Dimitra++ (nine WavLM vectors a frame, nothing else)."""


class PhonemeEmbedding(nn.Module):
    """A phoneme is its viseme and a difference to it.

    The difference starts at zero and is left out at random, so that a phoneme that training
    never met behaves as the others of its viseme.
    """

    visemes: Tensor

    def __init__(self, visemes: tuple[int, ...], width: int, dropout: float) -> None:
        super().__init__()
        self.dropout = dropout
        self.register_buffer("visemes", torch.tensor(visemes), persistent=False)
        self.embed_viseme = nn.Embedding(max(visemes) + 1, width)
        self.embed_difference = nn.Embedding(len(visemes), width)
        nn.init.zeros_(self.embed_difference.weight)  # until training says otherwise

    def forward(self, phonemes: Tensor) -> Tensor:
        """phonemes ``(B, T, 4)`` ids -> ``(B, T, 4, width)``."""
        difference = self.embed_difference(phonemes)
        if self.training:
            table = torch.rand(len(phonemes), len(self.visemes), device=phonemes.device)
            kept = (table >= self.dropout).gather(1, phonemes.flatten(1)).view_as(phonemes)
            difference = difference * kept[..., None]
        return self.embed_viseme(self.visemes[phonemes]) + difference


class SpeechEncoder(nn.Module):
    """Reads one kind of speech features; has a learned stand-in for clips without them."""

    def __init__(self, config: CMDTConfig, embed: nn.Module, depth: int) -> None:
        super().__init__()
        self.embed = embed
        self.absent = nn.Parameter(torch.zeros(config.width))
        self.blocks = nn.ModuleList(
            EncoderBlock(
                config.width, config.n_heads, config.feed_forward, config.kernel, config.dropout
            )
            for _ in range(depth)
        )
        self.norm = nn.LayerNorm(config.width)

    def forward(self, features: Tensor, given: Tensor, padding: Tensor | None) -> Tensor:
        """features ``(B, T, ...)``, given ``(B,)`` -> ``(B, T, D)``."""
        h = torch.where(given[:, None, None], self.embed(features), self.absent)
        for block in self.blocks:
            h = block(h, padding)
        return self.norm(h)


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """Conditions in the network's own terms; they are the same at every timestep.

    Args:
        speech: ``(B, T, D)`` audio and phonemes.
        tokens: ``(B, N, D)`` first frame, and text if the network takes any.
        pinned: ``(B, T, M + 1)`` values of pinned frames, 0 elsewhere, and the mask.
        padding: ``(B, T)`` or none.
    """

    speech: Tensor
    tokens: Tensor
    pinned: Tensor
    padding: Tensor | None


class CMDT(nn.Module):
    """Estimate the clean motion from noisy motion, its conditions and the timestep.

    Shapes: B batch, T frames, M ``motion_dim``, D ``width``, N tokens.

    Source: Dimitra, conditional Motion Diffusion Transformer; the pinned frames are ours.
    """

    def __init__(self, config: CMDTConfig) -> None:
        super().__init__()
        self.config = config
        width = config.width
        self.embed_motion = nn.Linear(2 * config.motion_dim + 1, width)
        self.embed_timestep = nn.Sequential(
            nn.Linear(width, width), nn.SiLU(), nn.Linear(width, width), nn.SiLU()
        )
        self.embed_first = nn.Sequential(
            nn.Linear(config.motion_dim, width), nn.SiLU(), nn.Linear(width, width)
        )
        self.absent_first = nn.Parameter(torch.zeros(width))
        self.audio = SpeechEncoder(config, nn.Linear(config.audio_dim, width), config.audio_depth)
        if config.phonemes:
            embed = nn.Sequential(
                PhonemeEmbedding(
                    config.visemes, width // config.hops_per_frame, config.phoneme_dropout
                ),
                nn.Flatten(2),
            )
            self.phonemes = SpeechEncoder(config, embed, config.phoneme_depth)
        if config.text_dim:
            self.embed_text = nn.Linear(config.text_dim, width, bias=False)
            nn.init.zeros_(self.embed_text.weight)  # a text changes nothing until trained with
            self.absent_text = nn.Parameter(torch.zeros(width))
        self.blocks = nn.ModuleList(
            DecoderBlock(width, config.n_heads, config.feed_forward, config.kernel)
            for _ in range(config.depth)
        )
        self.norm = nn.LayerNorm(width)
        self.to_motion = nn.Linear(width, config.motion_dim)
        nn.init.zeros_(self.to_motion.weight)  # start at the mean motion
        nn.init.zeros_(self.to_motion.bias)

    def forward(self, x: Tensor, timestep: Tensor, conditions: Conditions) -> Tensor:
        """Clean one batch of windows.

        Args:
            x: ``(B, T, M)`` noisy, normalised motion.
            timestep: ``(B,)`` position in the noise schedule.
            conditions: for the same windows.

        Returns:
            ``(B, T, M)`` estimate of the clean motion.
        """
        return self.denoise(x, timestep, self.encode(conditions, x))

    def denoise(self, x: Tensor, timestep: Tensor, encoded: Encoded) -> Tensor:
        """Clean a batch whose conditions are already encoded.

        Args:
            x: ``(B, T, M)`` noisy, normalised motion.
            timestep: ``(B,)`` position in the noise schedule.
            encoded: what ``encode`` made of the conditions.

        Returns:
            ``(B, T, M)`` estimate of the clean motion.
        """
        h = self.embed_motion(torch.cat((x, encoded.pinned), dim=-1))
        level = self.embed_timestep(sinusoid(timestep, self.config.width).to(x.dtype))
        for block in self.blocks:
            h = block(h + encoded.speech, level, encoded.tokens, encoded.padding)
        return self.to_motion(self.norm(h))

    def encode(self, conditions: Conditions, x: Tensor) -> Encoded:
        """Do the part of the work that no timestep changes.

        Args:
            conditions: of one batch of windows.
            x: ``(B, T, M)`` any motion of the batch: gives shape, device and dtype.
        """
        known, mask = conditions.known, conditions.mask
        if known is None or mask is None:
            pinned = x.new_zeros(*x.shape[:2], x.shape[2] + 1)
        else:
            seen = mask[..., None].to(x.dtype)
            pinned = torch.cat((known * seen, seen), dim=-1)
        return Encoded(
            speech=self._encode_speech(conditions, x),
            tokens=self._encode_tokens(conditions, x),
            pinned=pinned,
            padding=conditions.padding,
        )

    def _encode_speech(self, conditions: Conditions, x: Tensor) -> Tensor:
        n_clips, n_frames, _ = x.shape
        audio = conditions.audio
        if audio is None:
            audio = x.new_zeros(n_clips, n_frames, self.config.audio_dim)
        given = conditions.is_given("audio", n_clips, x.device)
        speech = self.audio(audio, given, conditions.padding)
        if self.config.phonemes:
            ids = conditions.phonemes
            if ids is None:
                hops = self.config.hops_per_frame
                ids = torch.zeros(n_clips, n_frames, hops, dtype=torch.long, device=x.device)
            given = conditions.is_given("phonemes", n_clips, x.device)
            speech = speech + self.phonemes(ids, given, conditions.padding)
        return speech

    def _encode_tokens(self, conditions: Conditions, x: Tensor) -> Tensor:
        n_clips = len(x)
        first = conditions.first
        if first is None:
            first = x.new_zeros(n_clips, self.config.motion_dim)
        given = conditions.is_given("first", n_clips, x.device)[:, None]
        tokens = [torch.where(given, self.embed_first(first), self.absent_first)]
        if self.config.text_dim:
            text = conditions.text
            if text is None:
                text = x.new_zeros(n_clips, self.config.text_dim)
            given = conditions.is_given("text", n_clips, x.device)[:, None]
            tokens.append(self.absent_text + self.embed_text(text) * given)
        return torch.stack(tokens, dim=1)
