import os
import subprocess
import sys
from pathlib import Path

CODE = """
import os
from dimitra_studio.face.mediapipe_setup import quiet
with quiet():
    os.write(2, b"W0000 00:00:1795225071.8 5136 inference_feedback_manager.cc:114] noise\\n")
    os.write(2, b"INFO: Created TensorFlow Lite XNNPACK delegate for CPU.\\n")
    with quiet():
        os.write(2, b"I0000 00:00:1795225071.8 5136 gl_context.cc:344] noise\\n")
    os.write(2, b"Warnings of others are kept\\n")
os.write(2, b"and so is what comes after\\n")
"""


def test_only_the_noise_is_held_back() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.splitlines() == ["Warnings of others are kept", "and so is what comes after"]


def test_window_without_a_terminal_is_no_obstacle() -> None:
    code = "import os; os.close(2)\n" + CODE.replace("os.write(2", "(lambda *_: None)(2")
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        check=False,
        stdout=subprocess.PIPE,
        env=dict(os.environ),
    )
    assert done.returncode == 0
