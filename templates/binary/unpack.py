"""Puts the program, or all of the archive that holds it, into /opt/server/files, and links /opt/server/program to it."""

import hashlib
import os
import shutil
import sys
import tarfile
import zipfile

FILES = "/opt/server/files"


def fail(reason: str):
    sys.exit(f"{name} {reason}")


def unpack(file: str) -> None:
    if tarfile.is_tarfile(file):
        with tarfile.open(file) as archive:
            # Refuses what would be written outside, and devices; drops owners.
            archive.extractall(FILES, filter="data")
    elif zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as archive:
            for entry in archive.infolist():
                path = archive.extract(entry, FILES)
                mode = entry.external_attr >> 16
                if not entry.is_dir() and mode & 0o111:
                    os.chmod(path, 0o755)
    else:
        os.chmod(shutil.copy(file, FILES), 0o755)


def executables() -> list[str]:
    """Paths of all files that may be started, relative; where the archive keeps no modes, all that begin like a program."""
    paths = [os.path.join(folder, each) for folder, _, files in os.walk(FILES) for each in files]
    files = sorted(path for path in paths if os.path.isfile(path) and not os.path.islink(path))
    marked = [path for path in files if os.access(path, os.X_OK, follow_symlinks=False) and mode(path) & 0o111]
    return [os.path.relpath(path, FILES) for path in marked or [path for path in files if begins_like_program(path)]]


def mode(path: str) -> int:
    return os.stat(path).st_mode


def begins_like_program(path: str) -> bool:
    with open(path, "rb") as file:
        return file.read(4).startswith((b"\x7fELF", b"#!"))


def chosen() -> str:
    if wanted:
        if not os.path.isfile(os.path.join(FILES, wanted)):
            fail(f"has no file {wanted}; it has {', '.join(executables()[:20]) or 'none that can be started'}")
        return wanted
    found = executables()
    if len(found) > 1:
        fail(f"has several executable files; choose one with `program`: {', '.join(found[:20])}")
    if not found:
        fail("has no executable file")
    return found[0]


url, wanted = sys.argv[1:]
source = "/build/fetched" if url else "/build/source"
listed = os.listdir(source)
if len(listed) != 1 or not os.path.isfile(os.path.join(source, listed[0])):
    sys.exit("`file` names a folder; it must name the program or an archive")
name = listed[0]
os.makedirs(FILES)
original = os.path.join(source, name)
try:
    unpack(original)
except (tarfile.TarError, zipfile.BadZipFile, OSError) as error:
    fail(f"could not be unpacked: {error}")
program = os.path.join(FILES, chosen())
os.chmod(program, 0o755)
if not begins_like_program(program):
    fail(f"is no program for Linux: {os.path.relpath(program, FILES)} begins neither like one nor with #!")
os.symlink(program, "/opt/server/program")
with open(original, "rb") as file:
    digest = hashlib.file_digest(file, "sha256").hexdigest()
with open("/opt/server/packages.tsv", "w") as file:
    file.write(f"generic\t{name}\tsha256:{digest[:16]}\n")
print(f"installed {name}, SHA-256 {digest}")
