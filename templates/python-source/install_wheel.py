"""Installs what the wheel in /packed depends on (`dependencies`), or the wheel itself with extras (`wheel`)."""

import glob
import os
import sys

from with_uv import install

if sys.argv[1] == "dependencies":
    if os.path.getsize("/packed/requirements.txt") > 0:
        install("--requirements", "/packed/requirements.txt")
else:
    [wheel] = glob.glob("/packed/*.whl")
    install(f"{wheel}[{sys.argv[2]}]" if sys.argv[2] else wheel)
