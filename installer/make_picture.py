"""Make the README's picture: ``python -m installer.make_picture [FOLDER of the demo]``.

The portrait and three frames of the demo's video stand above the curves that moved them: the
frame in which the jaw is opened widest, the one in which the lips are most puckered, and the
deepest blink.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.project import shown_motion
from dimitra_studio.core.project_file import load_project
from dimitra_studio.face.image import load_image
from dimitra_studio.face.video import read_frames

OUT = Path(__file__).parents[1] / "docs" / "images" / "demo.png"
SIDE = 400  # pixels of each picture
STRIP = 150  # pixels of the curves
TELLING = {
    "jawOpen": (224, 122, 95),
    "mouthPucker": (61, 132, 168),
    "eyeBlinkLeft": (129, 178, 154),
}
GROUND = (30, 32, 38)


def draw_curves(curves: dict[str, NDArray[np.float32]], frames: Sequence[int]) -> NDArray[np.uint8]:
    """Curves over the whole width, with a line where each frame was taken."""
    width = 4 * SIDE
    strip = np.full((STRIP, width, 3), GROUND, np.uint8)
    n_frames = len(next(iter(curves.values())))
    times = np.linspace(0, width - 1, n_frames)
    for frame in frames:
        place = round(times[frame])
        cv2.line(strip, (place, 0), (place, STRIP), (90, 92, 98), 1, cv2.LINE_AA)
    for row, (name, values) in enumerate(curves.items()):
        heights = (STRIP - 12) - values / values.max() * (STRIP - 40)
        points = np.column_stack([times, heights]).round().astype(np.int32)
        cv2.polylines(
            strip, [points], isClosed=False, color=TELLING[name], thickness=2, lineType=cv2.LINE_AA
        )
        place = (12 + 150 * row, 18)
        cv2.putText(
            strip, name, place, cv2.FONT_HERSHEY_SIMPLEX, 0.5, TELLING[name], 1, cv2.LINE_AA
        )
    return strip


def main(arguments: Sequence[str]) -> int:
    folder = Path(arguments[0]) if arguments else Path("dimitra-demo")
    motion = shown_motion(load_project(folder / "demo.dimitra"))
    if motion is None:
        print("The project has no take; run the demo again.", file=sys.stderr)
        return 1
    curves = {name: motion.channel(name) for name in TELLING}
    chosen = sorted(int(values[5:].argmax()) + 5 for values in curves.values())
    frames = list(read_frames(folder / "demo.mp4"))
    pictures = [load_image(SAMPLE / "portrait.jpg"), *(frames[index] for index in chosen)]
    row = [cv2.resize(picture, (SIDE, SIDE), interpolation=cv2.INTER_AREA) for picture in pictures]
    sheet = np.vstack([np.hstack(row), draw_curves(curves, chosen)])
    OUT.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(OUT), cv2.cvtColor(sheet.astype(np.uint8), cv2.COLOR_RGB2BGR))
    print(OUT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
