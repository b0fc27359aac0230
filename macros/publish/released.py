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
"""Pages that name all of them between them."""

NAMED = re.compile(r"assets/[a-z]+/[\w-]+\.[0-9a-f]{8}(?:\.min)?\.(?:css|js)")
TIMEOUT = 30  # seconds


def keep(site: Path, online: str) -> list[str]:
    """Adds to a built site what the one at the URL `online` has and it lacks. Returns their paths from the root of the site.

    Raises OSError where the site cannot be read: it is not published yet, or down.
    """
    pages = (_read(online + path).decode(errors="replace") for path in PAGES)
    kept = sorted({path for page in pages for path in NAMED.findall(page) if not (site / path).exists()})
    for path in kept:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(_read(online + path))
    return kept


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
