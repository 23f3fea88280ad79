from installer.make_locks import BASE, CPU, CUDA, split

RANGE = "python_full_version < '3.13'"
EVERYWHERE = " or ".join(
    f"({RANGE} and sys_platform == '{n}')" for n in ("darwin", "linux", "win32")
)
LOCK = f"""\
av==18.1.0 ; {EVERYWHERE} \\
    --hash=sha256:aa
nvidia-cublas==13.1 ; {RANGE} and sys_platform == 'linux' \\
    --hash=sha256:bb
old==1.0 ; (python_full_version < '3.12' and {EVERYWHERE}) \\
    --hash=sha256:cc
torch==2.13.0 ; {EVERYWHERE} \\
    --hash=sha256:dd
torchaudio==2.11.0 \\
    --hash=sha256:ee
"""


def test_torch_and_its_libraries_are_kept_apart() -> None:
    files = split(LOCK)
    assert [line.split("=")[0] for line in files[CUDA].splitlines()[::2]] == [
        "nvidia-cublas",
        "torch",
    ]
    assert "torchaudio==" in files[BASE]
    assert "torch===2.13.0 \\" in files[CUDA]
    assert "torch==2.13.0+cpu ; sys_platform == 'linux'" in files[CPU]


def test_conditions_say_only_what_bootstrap_has_not_checked() -> None:
    base, cuda = split(LOCK)[BASE], split(LOCK)[CUDA]
    assert "av==18.1.0 \\\n" in base
    assert "old==1.0 ; python_full_version < '3.12' \\\n" in base
    assert "nvidia-cublas==13.1 ; sys_platform == 'linux' \\\n" in cuda
