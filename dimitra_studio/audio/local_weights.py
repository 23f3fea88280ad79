"""Weights of other people that are already on this machine; nothing is ever downloaded here."""

from pathlib import Path

from huggingface_hub import try_to_load_from_cache

_FILES = ("model.safetensors", "pytorch_model.bin")


def find_weights(name: str) -> Path | None:
    """The folder with the weights of a network of Hugging Face.

    Args:
        name: such as ``openai/whisper-base.en``, looked up in the local cache; or the path of a
            folder as transformers saves it.

    Returns:
        None if they are not there, or not complete.
    """
    folder = Path(name).expanduser()
    if not folder.is_dir():
        config = try_to_load_from_cache(name, "config.json")
        if not isinstance(config, str):
            return None
        folder = Path(config).parent
    complete = (folder / "config.json").is_file() and any(
        (folder / file).is_file() for file in _FILES
    )
    return folder if complete else None
