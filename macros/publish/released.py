"""Keeps the scripts, styles and data of the release that is online: `make keep`, for hosts that replace the whole site at a deploy.

Their names hold a checksum, so that a page that was opened before the deploy asks for them by names that the new release has dropped. The
release before the last is not kept.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from urllib.request import urlopen

from .. import addresses
from .hosted import site_url

PAGES = ("", addresses.CODES, addresses.LOOKUP, addresses.TRIAGE)
"""Pages that name all of them between them, but for those that a script names: they are beside it."""

_NAME = r"[\w-]+\.[0-9a-f]{8}(?:\.min)?\.(?:css|js)"
NAMED = re.compile(f"assets/[a-z]+/{_NAME}")
BESIDE = re.compile(f'"({_NAME})"')
TIMEOUT = 30  # seconds


def keep(site: Path, online: str) -> list[str]:
    """Adds to a built site what the one at the URL `online` has and it lacks. Returns their paths from the root of the site.

    Raises OSError where the site cannot be read: it is not published yet, or down.
    """
    waiting = [path for page in PAGES for path in NAMED.findall(_read(online + page).decode(errors="replace"))]
    kept = []
    while waiting:
        path = waiting.pop()
        if (site / path).exists():
            continue
        content = _read(online + path)
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
        kept.append(path)
        folder = path.rpartition("/")[0]
        waiting += (f"{folder}/{name}" for name in BESIDE.findall(content.decode(errors="replace")))
    return sorted(kept)


def _read(url: str) -> bytes:
    with urlopen(url, timeout=TIMEOUT) as answer:
        return bytes(answer.read())


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    try:
        url = site_url(folder)
        print(f"Kept of {url}:", *keep(folder, url))
    except OSError as error:  # A first release must not fail for want of one before it.
        print(f"Nothing is kept: {url} cannot be read ({error})")
    except ValueError as error:
        sys.exit(str(error))
