"""From motion to files that other tools read.

A format is one file and one row here: the command line and the window are filled from the table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dimitra_studio.export.a2f import read_a2f, write_a2f
from dimitra_studio.export.blair import write_blair
from dimitra_studio.export.blender_bridge import write_abc, write_fbx
from dimitra_studio.export.bvh import write_bvh
from dimitra_studio.export.coefficients import (
    read_mat,
    read_npy,
    write_dreamtalk,
    write_pirenderer,
    write_sadtalker,
)
from dimitra_studio.export.csv import read_csv, write_csv
from dimitra_studio.export.glb import write_glb
from dimitra_studio.export.glb_read import read_glb
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.json import read_json, write_json
from dimitra_studio.export.livelink import read_livelink, write_livelink
from dimitra_studio.export.maya_anim import write_maya_anim
from dimitra_studio.export.maya_script import write_maya_script
from dimitra_studio.export.moho import write_moho
from dimitra_studio.export.npz import read_npz, write_npz
from dimitra_studio.export.obj import write_obj
from dimitra_studio.export.oculus15 import write_oculus15
from dimitra_studio.export.reading import Read
from dimitra_studio.export.rhubarb import write_rhubarb, write_rhubarb_json, write_rhubarb_xml
from dimitra_studio.export.speech import write_srt, write_textgrid, write_vtt, write_words
from dimitra_studio.export.usd_points import write_usd_points
from dimitra_studio.export.usd_read import read_usd
from dimitra_studio.export.usd_skel import write_usd

Group = Literal["curves", "character", "mouth", "speech"]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format.

    Args:
        suffix: of its files, with the dot.
        title: what it is, for a list.
        write: writes a hand-over to a path; raises ``ExportError``. The manifest is written by
            ``pipeline.hand_over`` for all formats.
        group: what it is a kind of.
        rigs: names of those that it can write as they are.
        note: what the target drops or needs, a sentence for the dialog.
    """

    suffix: str
    title: str
    write: Callable[[HandOver, Path], Written]
    group: Group = "curves"
    rigs: tuple[str, ...] = ("studio", "bfm")
    note: str = ""


@dataclass(frozen=True, slots=True)
class Importer:
    """One format that motion is read from.

    Args:
        suffixes: of its files, with the dot, in lower case.
        title: what it is, for a list.
        read: reads a file; raises ``ProjectError``.
        marks: one of them is among the first bytes of a file; any file will do if there are none.
    """

    suffixes: tuple[str, ...]
    title: str
    read: Callable[[Path], Read]
    marks: tuple[bytes, ...] = ()


_APPROXIMATE = (
    "Blendshapes are solved for it, approximately, which needs the Basel Face Model, a file of "
    "your own."
)

EXPORTERS: Mapping[str, Exporter] = {
    "npz": Exporter(".npz", "Curves for numpy", write_npz),
    "csv": Exporter(".csv", "Curves as a table", write_csv),
    "json": Exporter(
        ".json",
        "Curves as JSON",
        write_json,
        note="Curves by name, with a legend that says what each number means.",
    ),
    "livelink": Exporter(
        ".csv",
        "Live Link Face (CSV)",
        write_livelink,
        rigs=("studio",),
        note="For Unreal Engine, MotionBuilder, Blender and Maya; call the file Slate_1_Face.csv "
        "for Unreal. Values are clipped to 0..1, and the head turns but does not move.",
    ),
    "a2f": Exporter(
        ".json",
        "Audio2Face (JSON)",
        write_a2f,
        rigs=("studio",),
        note="Weights of the 52 blendshapes, clipped to 0..1; the head holds still.",
    ),
    "pirenderer": Exporter(
        ".mat",
        "PIRenderer, DreamTalk (MAT)",
        write_pirenderer,
        rigs=("bfm",),
        note="257 coefficients of Deep3DFaceRecon a frame, and a neutral crop. " + _APPROXIMATE,
    ),
    "sadtalker": Exporter(
        ".mat",
        "SadTalker (MAT)",
        write_sadtalker,
        rigs=("bfm",),
        note="64 coefficients of expression and 6 of pose a frame. " + _APPROXIMATE,
    ),
    "dreamtalk": Exporter(
        ".npy",
        "DreamTalk (NPY)",
        write_dreamtalk,
        rigs=("bfm",),
        note="64 coefficients of expression, 6 of pose and a neutral crop a frame. " + _APPROXIMATE,
    ),
    "maya_script": Exporter(
        ".py",
        "Maya script (Python)",
        write_maya_script,
        note="Run it in Maya's script editor: it keys the targets of a blendShape node and a head "
        "joint that are named at its top.",
    ),
    "maya_anim": Exporter(
        ".anim",
        "Maya animation",
        write_maya_anim,
        note="For Maya's own importer, which the script is safer than: not verified in Maya.",
    ),
    "bvh": Exporter(
        ".bvh", "Head movement (BVH)", write_bvh, note="The head alone, as a skeleton of one joint."
    ),
    "rhubarb": Exporter(
        ".tsv",
        "Rhubarb mouth cues (TSV)",
        write_rhubarb,
        group="mouth",
        note="Nine mouth shapes from the phonemes of the transcript, for 2D animation.",
    ),
    "rhubarb_xml": Exporter(
        ".xml",
        "Rhubarb mouth cues (XML)",
        write_rhubarb_xml,
        group="mouth",
        note="Nine mouth shapes from the phonemes of the transcript, for 2D animation.",
    ),
    "rhubarb_json": Exporter(
        ".json",
        "Rhubarb mouth cues (JSON)",
        write_rhubarb_json,
        group="mouth",
        note="Nine mouth shapes from the phonemes of the transcript, for 2D animation.",
    ),
    "moho": Exporter(
        ".dat",
        "Moho mouth switch (DAT)",
        write_moho,
        group="mouth",
        note="Preston Blair's mouth shapes by frame, for Moho and OpenToonz.",
    ),
    "blair": Exporter(
        ".csv",
        "Preston Blair shapes (CSV)",
        write_blair,
        group="mouth",
        note="Mouth shapes with frames and times, for exposure sheets.",
    ),
    "oculus15": Exporter(
        ".csv",
        "Oculus visemes (CSV)",
        write_oculus15,
        group="mouth",
        note="Fifteen viseme weights a frame from the phonemes of the transcript, for avatars that "
        "know Oculus Lipsync.",
    ),
    "textgrid": Exporter(
        ".TextGrid",
        "Words and phonemes (TextGrid)",
        write_textgrid,
        group="speech",
        note="For Praat and aligners; it comes back with the times that were changed there.",
    ),
    "srt": Exporter(
        ".srt",
        "Subtitles (SRT)",
        write_srt,
        group="speech",
        note="Lines with times, for every player and editing program.",
    ),
    "vtt": Exporter(
        ".vtt",
        "Subtitles (WebVTT)",
        write_vtt,
        group="speech",
        note="Lines with times, for browsers.",
    ),
    "words": Exporter(
        ".json",
        "Words and phonemes (JSON)",
        write_words,
        group="speech",
        note="Words, phonemes, times, confidence and where each time comes from, for scripts.",
    ),
    "glb": Exporter(
        ".glb",
        "GLB character",
        write_glb,
        group="character",
        rigs=("studio",),
        note="Head with 52 morph targets, texture and a skeleton, in one file. Set Blender to the "
        "frame rate before importing: it takes seconds from the file, not the rate.",
    ),
    "usd": Exporter(
        ".usdc",
        "USD character",
        write_usd,
        group="character",
        rigs=("studio",),
        note="Head with 52 blendshapes, texture and a skeleton; name it .usda for text, .usdz for "
        "one file. Needs usd-core.",
    ),
    "usd_points": Exporter(
        ".usdc",
        "USD point cache",
        write_usd_points,
        group="character",
        rigs=("studio",),
        note="Every vertex of every frame, exact in every program; 240 MB a minute. Needs "
        "usd-core.",
    ),
    "obj": Exporter(
        ".obj",
        "OBJ sequence",
        write_obj,
        group="character",
        rigs=("studio",),
        note="A folder with a file for each frame, 1 MB each, and the texture; the rate is lost.",
    ),
    "fbx": Exporter(
        ".fbx",
        "FBX character",
        write_fbx,
        group="character",
        rigs=("studio",),
        note="Head with 52 blendshapes, texture and a skeleton. Needs Blender, which writes it; "
        "programs that read it may begin at frame 1.",
    ),
    "abc": Exporter(
        ".abc",
        "Alembic cache",
        write_abc,
        group="character",
        rigs=("studio",),
        note="Every vertex of every frame, exact in every program, without texture. Needs Blender, "
        "which writes it.",
    ),
}
"""By the name of the format."""

IMPORTERS: Mapping[str, Importer] = {
    "npz": Importer((".npz",), "Curves for numpy", read_npz),
    "livelink": Importer((".csv",), "Live Link Face (CSV)", read_livelink, (b"Timecode",)),
    "csv": Importer((".csv",), "Curves as a table", read_csv),
    "a2f": Importer(
        (".json",),
        "Audio2Face (JSON)",
        read_a2f,
        (b'"weightMat"', b'"facsNames"', b'"exportFps"'),
    ),
    "json": Importer((".json",), "Curves as JSON", read_json, (b'"curves"', b'"channels"')),
    "mat": Importer((".mat",), "Face coefficients (MAT)", read_mat),
    "npy": Importer((".npy",), "Face coefficients (NPY)", read_npy),
    "glb": Importer((".glb", ".gltf", ".vrm"), "glTF character", read_glb),
    "usd": Importer((".usdc", ".usda", ".usd", ".usdz"), "USD character", read_usd),
}
"""By the name of the format; the first that takes a file reads it."""
