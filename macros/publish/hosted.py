"""Makes a built site ready for a server of your own: `make hosted`; .github/hosting/ has the servers' settings.

It works on what was built, so that whoever publishes elsewhere writes none of this:

- beside each text, the same compressed once and well, for a server to send as it is;
- rules for addresses that no file has: those of data/redirects.csv and, for nginx, which cannot change case, pages in capitals.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from .. import addresses
from ..catalogue import DataError, load
from ..catalogue.values import Redirect

TEXTS = {".css", ".csv", ".html", ".js", ".json", ".md", ".properties", ".py", ".rb", ".svg", ".ts", ".txt", ".xml"}
"""What compresses well, and is large or often asked for."""

_PLAIN = re.compile(r"[\w./~-]*", re.ASCII)


def site_url(site: Path) -> str:
    """The URL that a site was built for. Raises ValueError where the folder holds no site."""
    home = site / "index.html"
    link = LexborHTMLParser(home.read_bytes()).css_first("link[rel=canonical]") if home.is_file() else None
    if not link:
        raise ValueError(f"{site}/ holds no site; expected one: make build writes it")
    return link.attributes["href"] or ""


def compress(site: Path) -> None:
    """Writes NAME.gz beside each text, where that is smaller."""
    for file in sorted(site.rglob("*")):
        if file.suffix in TEXTS:
            raw = file.read_bytes()
            packed = gzip.compress(raw, mtime=0)
            if len(packed) < len(raw):
                file.with_name(f"{file.name}.gz").write_bytes(packed)


def rules(url: str, pages: Iterable[str], redirects: Iterable[Redirect]) -> dict[str, str]:
    """The rules for each kind of server, by the name of their file. `pages` are addresses from the root of the site.

    Raises ValueError where the path of the site's URL would have to be escaped.
    """
    root = urlsplit(url).path.rstrip("/")
    if not _PLAIN.fullmatch(root):
        raise ValueError(f"the path of {url} cannot be part of a server's rules; expected letters, digits and ./_~- in it")
    named = {page.rstrip("/"): page for page in pages if re.search("[a-z]", page.removeprefix(addresses.CODES)) or page == addresses.CODES}
    moved = {redirect.source.rstrip("/"): redirect.target for redirect in redirects}
    exact = re.escape(root)
    return {
        "nginx.map": f'"~*^{exact}$" "{root}/";\n'
        f'"~*^{exact}/{addresses.CODES}(?<fax_code>-?[0-9]+)$" "{root}/{addresses.CODES}$fax_code/";\n'
        + "".join(f'"~*^{exact}/{name}$" "{root}/{page}";\n' for name, page in {**named, **moved}.items() if name),
        "apache.conf": "".join(
            f'RedirectMatch 301 "(?i)^{exact}/{old}(/|/index\\.html|\\.html)?$" "{root}/{new}"\n' for old, new in moved.items()
        ),
        "_redirects": "".join(f"{root}/{old}{slash} {root}/{new} 301\n" for old, new in moved.items() for slash in ("/", "")),
    }


def main(site: Path, target: Path, data: Path) -> None:
    """Compresses a site and writes the rules to the folder `target`."""
    pages = sorted(file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("index.html"))
    target.mkdir(exist_ok=True)
    for name, text in rules(site_url(site), pages, load(data).redirects).items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")
    compress(site)


if __name__ == "__main__":
    try:
        main(*map(Path, sys.argv[1:4]))
    except (DataError, ValueError) as error:
        sys.exit(str(error))
