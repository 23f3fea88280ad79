import json
from pathlib import Path

import numpy as np
import pytest
import torch

from dimitra_studio.audio import transcription
from dimitra_studio.audio.local_weights import find_weights
from dimitra_studio.audio.phonemes import PHONEME_IDS
from dimitra_studio.audio.torchaudio_repair import import_transformers
from dimitra_studio.audio.transcription import draft
from dimitra_studio.core.audio import SAMPLE_RATE, Audio
from dimitra_studio.core.errors import AudioError, WeightsError
from dimitra_studio.core.progress import Progress


@pytest.fixture(autouse=True)
def _no_whisper(monkeypatch: pytest.MonkeyPatch) -> None:
    """The result must not depend on what the cache of this machine holds."""
    monkeypatch.setattr(transcription, "find_whisper", lambda: None)


def test_clear_speech_is_understood_in_large_part(speech: Audio, sentence: str) -> None:
    reports: list[Progress] = []
    transcript = draft(speech, reports.append)
    heard = {word.text for word in transcript.words}
    said = {word.strip("!,.?").lower() for word in sentence.split()}
    assert len(heard & said) > 0.6 * len(said)
    assert {word.source for word in transcript.words} == {"recognised"}
    assert all(word.phonemes for word in transcript.words)
    assert {phoneme.symbol for phoneme in transcript.phonemes()} <= set(PHONEME_IDS)
    assert transcript.words[0].start == pytest.approx(0.16, abs=0.1)
    assert reports[-1].done == reports[-1].total


def test_words_of_later_pieces_keep_their_time(
    speech: Audio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transcription, "_PIECE", 4.0)
    transcript = draft(speech)
    assert transcript.words[-1].end == pytest.approx(speech.duration, abs=0.5)


def test_silence_is_refused() -> None:
    with pytest.raises(AudioError, match="holds no sound"):
        draft(Audio(np.zeros(SAMPLE_RATE, dtype=np.float32)))


def test_sound_without_words_gives_an_empty_draft_or_doubtful_words() -> None:
    noise = np.random.default_rng(0).normal(0, 0.1, SAMPLE_RATE).astype(np.float32)
    assert all(word.confidence < 0.7 for word in draft(Audio(noise)).words)


@pytest.fixture
def tiny_whisper(tmp_path: Path) -> Path:
    """A Whisper of random weights, with a tokenizer of single bytes."""
    transformers = import_transformers()
    from transformers.convert_slow_tokenizer import bytes_to_unicode

    vocabulary = {character: index for index, character in enumerate(bytes_to_unicode().values())}
    (tmp_path / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    (tmp_path / "merges.txt").write_text("#version: 0.2\n", encoding="utf-8")
    tokenizer = transformers.WhisperTokenizer(
        str(tmp_path / "vocab.json"), str(tmp_path / "merges.txt")
    )
    end = tokenizer.convert_tokens_to_ids("<|endoftext|>")
    config = transformers.WhisperConfig(
        vocab_size=len(tokenizer),
        d_model=16,
        encoder_layers=1,
        decoder_layers=1,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        encoder_ffn_dim=16,
        decoder_ffn_dim=16,
        pad_token_id=end,
        bos_token_id=end,
        eos_token_id=end,
        decoder_start_token_id=end,
        suppress_tokens=None,
        begin_suppress_tokens=None,
    )
    torch.manual_seed(0)
    folder = tmp_path / "whisper"
    transformers.WhisperForConditionalGeneration(config).save_pretrained(folder)
    extractor = transformers.WhisperFeatureExtractor()
    transformers.WhisperProcessor(extractor, tokenizer).save_pretrained(folder)
    return folder


def test_whisper_is_used_where_its_weights_are(tiny_whisper: Path, speech: Audio) -> None:
    transcript = draft(Audio(speech.samples[: 2 * SAMPLE_RATE]), weights=tiny_whisper)
    assert {word.source for word in transcript.words} <= {"recognised", "estimated"}
    assert transcript.duration == 2.0


def test_damaged_weights_of_whisper_are_refused(tiny_whisper: Path, speech: Audio) -> None:
    (tiny_whisper / "model.safetensors").write_bytes(b"damaged")
    with pytest.raises(WeightsError, match="damaged"):
        draft(speech, weights=tiny_whisper)


def test_only_complete_folders_hold_weights(tmp_path: Path) -> None:
    assert find_weights("nobody/nothing") is None
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    assert find_weights(str(tmp_path)) is None
    (tmp_path / "model.safetensors").touch()
    assert find_weights(str(tmp_path)) == tmp_path
