"""Fetches uv and makes a virtual environment (`venv`), or installs a package of an index into it (`install`)."""

import os
import subprocess
import sys

UV_VERSION = "0.13.9"
UV = "/tmp/uv/bin/uv"
VENV = "/opt/server/venv"


def main():
    task, *words = sys.argv[1:]
    # Either setting names the index for both: uv and pip, which brings uv.
    index = os.environ.get("UV_DEFAULT_INDEX") or os.environ.get("PIP_INDEX_URL")
    if index:
        os.environ["UV_DEFAULT_INDEX"] = os.environ["PIP_INDEX_URL"] = index
    if task == "venv":
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run(*pip, "--root-user-action=ignore", "--target", "/tmp/uv", f"uv=={UV_VERSION}")
        run(UV, "venv", "--quiet", "--no-python-downloads", "--python", sys.executable, VENV)
    else:
        run(UV, "pip", "install", "--quiet", *options(), requirement(*words))


def options():
    return ["--python", VENV, "--no-cache", "--link-mode", "copy", "--compile-bytecode"]


def requirement(package, version, extras):
    name = f"{package}[{extras}]" if extras else package
    if version == "latest":
        return name
    return f"{name}=={version}" if version[0].isdigit() else f"{name}{version}"


def run(*command):
    # The program's own words are enough: no traceback after them.
    status = subprocess.run(command, check=False).returncode
    if status != 0:
        sys.exit(status)


main()
