"""Fetches an address to a folder, under the name of its last part, when its SHA-256 is the one given."""

import hashlib
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

TRIES = 3


def fail(reason: str):
    sys.exit(f"GET {url}: {reason}")


def fetch() -> bytes:
    request = urllib.request.Request(url, headers={"User-Agent": "docker-mcp-manager"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read()


url, wanted, folder = sys.argv[1:]
if url:
    for attempt in range(1, TRIES + 1):
        try:
            content = fetch()
            break
        except urllib.error.HTTPError as error:
            # Only what a server says of itself may be otherwise the next time.
            if error.code < 500 or attempt == TRIES:
                fail(f"status {error.code} {error.reason}")
        except OSError as error:
            if attempt == TRIES:
                fail(str(getattr(error, "reason", error)))
        time.sleep(attempt)
    found = hashlib.sha256(content).hexdigest()
    if found != wanted.lower():
        fail(f"the {len(content)} bytes have the SHA-256 {found}, but {wanted.lower()} is wanted")
    os.makedirs(folder)
    name = os.path.basename(urllib.parse.urlparse(url).path) or "program"
    with open(os.path.join(folder, name), "wb") as file:
        file.write(content)
