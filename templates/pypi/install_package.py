"""Installs a package of the index: name, version or specifiers or `latest`, extras."""

import sys

from with_uv import install

package, version, extras = sys.argv[1:]
name = f"{package}[{extras}]" if extras else package
if version == "latest":
    install(name)
else:
    install(f"{name}=={version}" if version[0].isdigit() else f"{name}{version}")
