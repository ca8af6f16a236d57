"""Makes /opt/server/program: a link to the script of the package that was just installed, or a starter of a module."""

import glob
import importlib.metadata
import os
import re
import sys

BIN = "/opt/server/venv/bin"
PROGRAM = "/opt/server/program"
IN_BIN = re.compile(r"^(?:\.\./)+bin/[^/]+$")


def main():
    package, script, module = sys.argv[1:4]
    [site] = glob.glob("/opt/server/venv/lib/python3*/site-packages")
    own = next(
        each
        for each in importlib.metadata.distributions(path=[site])
        if plain(each.metadata["Name"]) == plain(package)
    )
    label = f"{own.metadata['Name']}=={own.version}"
    if module:
        file = f"{site}/{module.replace('.', '/')}"
        if not (os.path.exists(f"{file}.py") or os.path.exists(f"{file}/__main__.py")):
            sys.exit(f"{label} is installed, but there is no module {module} that could be started")
        start_module(module)
        print(f"installed {label}, module {module}")
        return
    # Entry points and files alike: whatever the package put into the folder of programs.
    scripts = sorted(
        {os.path.basename(each) for each in map(str, own.files or ()) if IN_BIN.search(each)}
    )
    named_alike = [each for each in scripts if plain(each) == plain(package)]
    chosen = script or (scripts if len(scripts) == 1 else named_alike or [""])[0]
    if not scripts:
        sys.exit(f"{label} has no script to start; name a module of it with `module`")
    if chosen not in scripts:
        fault = f'has no script "{script}"' if script else "has several scripts"
        sys.exit(f"{label} {fault}; choose one with `script`: {', '.join(scripts)}")
    os.symlink(f"{BIN}/{chosen}", PROGRAM)
    print(f"installed {label}, script {chosen}")


def plain(name):
    """Names of packages are the same in any case and with any of - _ . in them."""
    return re.sub(r"[-_.]+", "-", name).lower()


def start_module(module):
    with open(PROGRAM, "w", encoding="utf-8") as program:
        program.write(
            f"#!{BIN}/python\nimport runpy\n\n"
            f'runpy.run_module("{module}", run_name="__main__", alter_sys=True)\n'
        )
    os.chmod(PROGRAM, 0o755)


main()
