"""Every error that a user may see.

DimitraError
├── AudioError        a recording cannot be decoded, or holds no speech
├── ImageError        a portrait or video cannot be decoded
├── TranscriptError   a transcript is empty, or does not fit the recording
├── FaceError         no face, or more than one, in a portrait or video
├── RigError          a 3DMM file is missing or not of a known kind
├── WeightsError      a weights file is missing, damaged or of another network
├── ProjectError      a project or motion file is missing, damaged or too new
├── ExportError       an output file could not be written
└── TrainingError     the material or the settings do not allow training

Programming mistakes (wrong shape, wrong type) stay ``ValueError`` and ``TypeError``.
"""


class DimitraError(Exception):
    """Base of all errors meant for the user.

    ``str(error)`` is one sentence: what happened, why, what to do.
    """


class AudioError(DimitraError):
    """The recording cannot be used."""


class ImageError(DimitraError):
    """The picture or video cannot be used."""


class TranscriptError(DimitraError):
    """The transcript cannot be used."""


class FaceError(DimitraError):
    """No usable face was found."""


class RigError(DimitraError):
    """The 3DMM cannot be used."""


class WeightsError(DimitraError):
    """The weights cannot be used."""


class ProjectError(DimitraError):
    """The project or motion file cannot be opened."""


class ExportError(DimitraError):
    """The output could not be written."""


class TrainingError(DimitraError):
    """Training cannot start or go on."""
