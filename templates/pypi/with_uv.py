"""Fetches uv, and makes the virtual environment that the server is installed into."""

import os
import subprocess
import sys

UV_VERSION = "0.13.9"
UV = "/tmp/uv/bin/uv"
VENV = "/opt/server/venv"


def main():
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run(*pip, "--root-user-action=ignore", "--target", "/tmp/uv", f"uv=={UV_VERSION}")
    run(UV, "venv", "--quiet", "--no-python-downloads", "--python", sys.executable, VENV)


def install(*words):
    options = ["--quiet", "--no-cache", "--link-mode", "copy", "--compile-bytecode"]
    run(UV, "pip", "install", "--python", VENV, *options, *words)


def run(*command):
    environment = dict(os.environ)
    # Either setting names the index for both: uv and pip, which brings uv.
    index = environment.get("UV_DEFAULT_INDEX") or environment.get("PIP_INDEX_URL")
    if index:
        environment["UV_DEFAULT_INDEX"] = environment["PIP_INDEX_URL"] = index
    # The program's own words are enough: no traceback after them.
    status = subprocess.run(command, env=environment, check=False).returncode
    if status != 0:
        sys.exit(status)


if __name__ == "__main__":
    main()
