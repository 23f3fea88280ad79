import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from dimitra_studio.core.errors import ImageError
from dimitra_studio.face.image import LONGEST_SIDE, load_image

RNG = np.random.default_rng(0)
PHOTO = np.asarray(
    Image.fromarray(RNG.integers(0, 255, (8, 6, 3), np.uint8)).resize(
        (96, 128), Image.Resampling.BICUBIC
    )
)
"""Smooth colours, 96 wide and 128 high."""


def encode(picture: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def test_picture_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "portrait.png"
    path.write_bytes(encode(Image.fromarray(PHOTO), "PNG"))
    assert np.array_equal(load_image(path), PHOTO)
    assert np.array_equal(load_image(path.read_bytes()), PHOTO)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "BMP", "TIFF", "GIF"])
def test_usual_formats_are_read(kind: str) -> None:
    image = load_image(encode(Image.fromarray(PHOTO), kind))
    assert image.shape == PHOTO.shape
    assert np.abs(image.astype(int) - PHOTO).mean() < 12


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_rotation_is_applied(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = {
        1: PHOTO,
        2: PHOTO[:, ::-1],
        3: PHOTO[::-1, ::-1],
        4: PHOTO[::-1],
        5: PHOTO.transpose(1, 0, 2),
        6: np.rot90(PHOTO),
        7: PHOTO[::-1, ::-1].transpose(1, 0, 2),
        8: np.rot90(PHOTO, -1),
    }[orientation]
    content = encode(Image.fromarray(np.ascontiguousarray(stored)), "PNG", exif=exif)
    assert np.array_equal(load_image(content), PHOTO)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "LA", "RGBA", "I;16", "F"])
def test_every_mode_becomes_rgb(mode: str) -> None:
    grey = Image.fromarray(PHOTO).convert("L")
    if mode == "I;16":
        picture = Image.fromarray(np.asarray(grey).astype(np.uint16) * 257)
    elif mode == "F":
        picture = Image.fromarray(np.asarray(grey, np.float32) / 255)
    else:
        picture = (Image.fromarray(PHOTO) if mode in ("P", "CMYK", "RGBA") else grey).convert(mode)
    kind = "TIFF" if mode in ("CMYK", "F") else "PNG"
    image = load_image(encode(picture, kind))
    assert image.shape == PHOTO.shape
    assert image.dtype == np.uint8
    wanted = (
        PHOTO if mode in ("P", "CMYK", "RGBA") else np.repeat(np.asarray(grey)[..., None], 3, 2)
    )
    assert abs(image.astype(float).mean() - wanted.mean()) < 6


def test_transparency_is_laid_on_grey() -> None:
    pixels = np.dstack([PHOTO, np.full(PHOTO.shape[:2], 255, np.uint8)])
    pixels[:64, :, 3] = 0
    image = load_image(encode(Image.fromarray(pixels), "PNG"))
    assert np.array_equal(image[:64], np.full((64, 96, 3), 128))
    assert np.array_equal(image[64:], PHOTO[64:])


def test_first_frame_of_an_animation_counts() -> None:
    first, second = Image.new("RGB", (32, 32), "red"), Image.new("RGB", (32, 32), "blue")
    content = encode(first, "GIF", save_all=True, append_images=[second], duration=100)
    assert load_image(content)[16, 16].tolist() == [255, 0, 0]


def test_colour_profile_is_applied() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"?XYZ", 1).replace(b"gXYZ", b"rXYZ", 1)
    swapped = swapped.replace(b"?XYZ", b"gXYZ", 1)  # its red is what sRGB calls green
    content = encode(Image.new("RGB", (32, 32), (200, 0, 0)), "PNG", icc_profile=swapped)
    red, green, blue = load_image(content)[16, 16].tolist()
    assert green > 190
    assert max(red, blue) < 10


def test_broken_colour_profile_does_no_harm() -> None:
    content = encode(Image.fromarray(PHOTO), "PNG", icc_profile=b"not a profile")
    assert np.array_equal(load_image(content), PHOTO)


def test_large_picture_is_scaled_down() -> None:
    content = encode(Image.new("RGB", (12_000, 3_000), "orange"), "JPEG")
    image = load_image(content)
    assert image.shape == (LONGEST_SIDE // 4, LONGEST_SIDE, 3)
    assert np.abs(image[100, 100].astype(int) - (255, 165, 0)).max() < 4


def huge_png() -> bytes:
    """A header that promises 100,000 x 100,000 pixels."""
    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
        + struct.pack(">I", 0)
        + b"IDAT"
        + struct.pack(">I", zlib.crc32(b"IDAT"))
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"hello, this is not a picture" * 10, "is not a picture"),
        (encode(Image.fromarray(PHOTO), "JPEG")[:700], "is damaged"),
        (encode(Image.fromarray(PHOTO), "PNG")[:200], "is damaged"),
        (encode(Image.new("RGB", (1, 1)), "PNG"), "only 1x1 pixels"),
        (encode(Image.new("RGB", (400, 1)), "PNG"), "only 400x1 pixels"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100), "save it as JPEG or PNG"),
        (huge_png(), "too large|too many pixels"),
    ],
    ids=["empty", "text", "cut JPEG", "cut PNG", "one pixel", "one row", "HEIC", "huge"],
)
def test_unfit_picture_is_refused_in_a_sentence(
    tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "portrait.jpg"
    path.write_bytes(content)
    with pytest.raises(ImageError, match=message) as caught:
        load_image(path)
    assert str(caught.value).startswith("portrait.jpg")
    assert str(caught.value).endswith(".")


def test_missing_file_and_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match="does not exist"):
        load_image(tmp_path / "portrait.png")
    with pytest.raises(ImageError, match="is a folder"):
        load_image(tmp_path)
