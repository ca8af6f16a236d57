"""Writes packages.tsv: type, name, version and licence of what was installed, the server's own package first."""

import glob
import importlib.metadata
import re
import sys


def main():
    own = plain(sys.argv[1])
    [site] = glob.glob("/opt/server/venv/lib/python3*/site-packages")
    installed = {
        plain(each.metadata["Name"]): each for each in importlib.metadata.distributions(path=[site])
    }
    names = sorted(installed, key=lambda name: (name != own, name))
    with open("/opt/server/packages.tsv", "w", encoding="utf-8") as listing:
        for name in names:
            cells = ["pypi", name, installed[name].version, licence(installed[name].metadata)]
            listing.write("\t".join(each for each in cells if each) + "\n")


def licence(metadata):
    """The licence's short name; some packages have a whole text in that field."""
    field = metadata.get("License-Expression") or metadata.get("License") or ""
    if field and len(field) <= 64 and "\n" not in field:
        return re.sub(r"\s+", " ", field.strip())
    named = [each for each in metadata.get_all("Classifier") or () if each.startswith("License ::")]
    return named[0].rsplit(" :: ", 1)[-1] if named else ""


def plain(name):
    """Names of packages are the same in any case and with any of - _ . in them."""
    return re.sub(r"[-_.]+", "-", name).lower()


main()
