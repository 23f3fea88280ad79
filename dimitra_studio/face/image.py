"""Pictures from files: any kind that people have, to 8-bit sRGB."""

import io
import warnings
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from dimitra_studio.core.errors import ImageError

LONGEST_SIDE = 2048
"""Larger pictures are scaled down to this many pixels; a face gains nothing from more."""

SMALLEST_SIDE = 16
"""Fewer pixels than this cannot show a face."""

MOST_PIXELS = 400_000_000
"""Larger pictures would fill the memory while they are decoded."""

_GROUND = (128, 128, 128)  # behind transparent pixels: neither side of a face gains by it
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevm", b"mif1", b"msf1")


def load_image(source: Path | bytes, *, name: str = "") -> NDArray[np.uint8]:
    """Decode a picture as it is meant to be seen.

    EXIF rotation and colour profiles are applied, transparency is laid on grey, and of an
    animation the first frame counts.

    Args:
        source: a file, or its content.
        name: of the picture in messages; the file's own if not given.

    Returns:
        ``(H, W, 3)`` sRGB, the longest side at most ``LONGEST_SIDE``.

    Raises:
        ImageError: if there is no picture in it, or one without enough pixels.
    """
    name = name or (source.name if isinstance(source, Path) else "The picture")
    content = _read(source) if isinstance(source, Path) else source
    if not content:
        raise ImageError(f"{name} is empty; choose a JPEG or PNG picture.")
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        raise ImageError(f"{name} is a HEIC picture, which is not read; save it as JPEG or PNG.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's remarks on odd tags do not concern the user
            with Image.open(io.BytesIO(content)) as picture:
                _check_size(picture, name)
                return _decode(picture)
    except UnidentifiedImageError as error:
        raise ImageError(f"{name} is not a picture; choose a JPEG or PNG file.") from error
    except Image.DecompressionBombError as error:
        raise ImageError(f"{name} has too many pixels; scale it down.") from error
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError) as error:
        # what Pillow raises on damaged files depends on the format
        raise ImageError(
            f"{name} is damaged and cannot be decoded; save it again with a picture editor."
        ) from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ImageError(f"{path} does not exist; check the name.") from error
    except IsADirectoryError as error:
        raise ImageError(f"{path} is a folder; give the name of a picture in it.") from error
    except OSError as error:
        raise ImageError(f"{path} cannot be read: {error.strerror}; choose another.") from error


def _check_size(picture: Image.Image, name: str) -> None:
    width, height = picture.size
    if min(width, height) < SMALLEST_SIDE:
        raise ImageError(
            f"{name} is only {width}x{height} pixels; choose one with at least "
            f"{SMALLEST_SIDE} on each side, better 512."
        )
    if width * height > MOST_PIXELS:
        raise ImageError(f"{name} is {width}x{height} pixels, which is too large; scale it down.")


def _decode(picture: Image.Image) -> NDArray[np.uint8]:
    if max(picture.size) > 2 * LONGEST_SIDE:
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # JPEG decodes small ones much faster
    picture.seek(0)
    profile = picture.info.get("icc_profile")
    upright = _to_8_bit(ImageOps.exif_transpose(picture))
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return np.asarray(_to_srgb(_flatten(upright), profile), np.uint8).copy()


def _to_8_bit(picture: Image.Image) -> Image.Image:
    """16-bit and float greyscale, which Pillow would clip instead of scaling."""
    if not picture.mode.startswith(("I", "F")):
        return picture
    values = np.asarray(picture, np.float32)
    if picture.mode == "F" and values.max() <= 1.0:
        full = 1.0
    else:
        full = 255.0 if values.max() <= 255 else 65_535.0
    return Image.fromarray(np.clip(values / full * 255, 0, 255).round().astype(np.uint8))


def _flatten(picture: Image.Image) -> Image.Image:
    """Lay a transparent picture on the neutral ground; others pass."""
    if not (picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info):
        return picture
    picture = picture.convert("RGBA")
    ground = Image.new("RGBA", picture.size, (*_GROUND, 255))
    return Image.alpha_composite(ground, picture).convert("RGB")


def _to_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            converted = ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile is common and harmless: show the numbers as they are
        else:
            if converted is not None:
                return converted
    return picture.convert("RGB")
