"""Builds the wheel of /source into /packed, beside its name and what it depends on."""

import email
import glob
import os
import re
import sys
import zipfile

from with_uv import UV, run

# Build backends that read the version from git: the repository's history is not here.
FROM_GIT = (
    "SETUPTOOLS_SCM_PRETEND_VERSION",
    "PDM_BUILD_SCM_VERSION",
    "POETRY_DYNAMIC_VERSIONING_BYPASS",
    "UV_DYNAMIC_VERSIONING_BYPASS",
)


def main():
    if not any(os.path.exists(f"/source/{name}") for name in ("pyproject.toml", "setup.py")):
        sys.exit("the context has no pyproject.toml or setup.py; `context` names the folder that holds it")
    if sys.argv[1]:
        os.environ.update((name, sys.argv[1]) for name in FROM_GIT)
    # Times in the wheel would make every build another one.
    os.environ["SOURCE_DATE_EPOCH"] = "315532800"
    run(UV, "build", "--quiet", "--wheel", "--no-cache", "--no-python-downloads", "--out-dir", "/packed", "/source")
    [wheel] = glob.glob("/packed/*.whl")
    with zipfile.ZipFile(wheel) as archive:
        [path] = [each for each in archive.namelist() if re.search(r"^[^/]+\.dist-info/METADATA$", each)]
        metadata = email.message_from_bytes(archive.read(path))
    required = [each for each in metadata.get_all("Requires-Dist") or () if "extra ==" not in each]
    write("/packed/requirements.txt", "".join(f"{each}\n" for each in sorted(required)))
    write("/packed/name", metadata["Name"])


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


main()
