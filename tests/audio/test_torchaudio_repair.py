import subprocess
import sys

PROGRAM = """
import sys
from dimitra_studio.audio.torchaudio_repair import import_torchaudio
torchaudio = import_torchaudio()
assert import_torchaudio() is torchaudio is sys.modules["torchaudio"]
import torch
spectrogram = torchaudio.transforms.MelSpectrogram(sample_rate=16000, n_mels=20)
print(tuple(spectrogram(torch.zeros(1600)).shape))
"""


def test_torchaudio_can_be_imported_and_used() -> None:
    """In a process of its own: what is imported once stays."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["(20,", "9)"], done.stderr
