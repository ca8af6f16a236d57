# Debian ships pip as a wheel: it runs from there, without being installed.
import glob
import runpy
import sys

sys.path.insert(0, glob.glob("/usr/share/python-wheels/pip-*.whl")[0])
sys.argv = ["pip", "install", "--no-cache-dir", "--only-binary=:all:", "--break-system-packages"]
sys.argv += ["--disable-pip-version-check", "--root-user-action=ignore", "--requirement", "/tmp/requirements.txt"]
runpy.run_module("pip", run_name="__main__")
