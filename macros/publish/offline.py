"""Makes a copy of the built site that anyone can open without a server, as one zip: `make offline`.

It works on what was built and not in the build, so that the site itself knows nothing of it. A page opened from a file
lacks four things that a server gives:

- an address that ends in "/" names a folder there: every such link gets its index.html;
- a worker may not start, so each page brings the search script along (docs/assets/search/offline.js), and the page /triage/
  the engine that reads;
- nothing can be fetched: Material reads its index from a script there, search/search_index.js, where the search's form has
  the name that it looks for;
- 'self' means nothing to a policy: it is left out. There is no other site's data to guard, and no request leaves the file.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FOLDER = "fax-status-codes"
"""The folder in the zip."""

WITHOUT = {"404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"}
"""What only a server or a search engine reads. The 404 page is written for the site's own address."""

SAME_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip knows: the same site makes the same zip."""

_TAG = re.compile(r"<(?:a|area|form|link)\b[^>]*>")
_ADDRESS = re.compile(r"""(?<=\s)((?:href|action)=")(?![a-z][a-z0-9+.-]*:|[/#?])([^"#?]+)""")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_ENGINE = re.compile(r'<script src="([^"]*assets/js/)triage\.')
_FORM = re.compile(r'<form class="md-search__form"')
_BUNDLE = re.compile(r'<script src="([^"]*)assets/javascripts/bundle\.')


def to_file(address: str) -> str:
    """An address below the site's root as the name of a file: a folder's is that of its index.html."""
    path, mark, rest = address.partition("#")
    if path == "" or path.split("/")[-1] in ("", ".", ".."):
        path = f"{path.rstrip('/')}/index.html".lstrip("/")
    return path + mark + rest


def page(html: str, script: str, engine: str) -> str:
    """A page that works from a file: with the search script, and with the engine where the page is that of triage.

    Raises ValueError where the theme's form or bundle is not where it was, for then nothing can be found.
    """
    html = _POLICY.sub("", html)
    html, times = _FORM.subn(lambda found: f'{found[0]} name="search"', html)
    if times != 1:
        raise ValueError(f"a page has {times} forms of the theme's search; expected one: see macros/offline.py")
    html = _TAG.sub(lambda tag: _ADDRESS.sub(lambda found: found[1] + to_file(found[2]), tag[0]), html)
    html = _ENGINE.sub(lambda found: f'<script src="{found[1]}{engine.rsplit("/", 1)[-1]}"></script>\n{found[0]}', html)
    if f'{script}"></script>' not in html:  # the lookup has it already
        html, times = _BUNDLE.subn(lambda found: f'<script src="{found[1]}{script}"></script>\n{found[0]}', html)
        if times != 1:
            raise ValueError(f"a page names {times} bundles of the theme; expected one: see macros/offline.py")
    return html


def search_script(text: str, shim: str) -> str:
    """The search script, with the addresses of files and with the stand-in for the worker."""
    paths = {"code": "codes/{}/", "category": "categories/{}/", "codes": "codes/", "lookup": "lookup/"}
    own = json.dumps({key: to_file(path) for key, path in paths.items()})
    return f"{text}\nself.faxData.paths={own};\n{shim}"


def index(text: str) -> str:
    """Material's index as the script that it asks for where nothing can be fetched."""
    read = json.loads(text)
    for entry in read["docs"]:
        entry["location"] = to_file(entry["location"])
    return f"var __index = {json.dumps(read, separators=(',', ':'))}"


def contents(site: Path, shim: str) -> dict[str, bytes]:
    """The files of the copy, by their paths in it."""
    [script] = (path.relative_to(site).as_posix() for path in site.glob("assets/js/search.*.js"))
    [engine] = (path.relative_to(site).as_posix() for path in site.glob("assets/js/triage-engine.*.js"))
    files: dict[str, bytes] = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or name in WITHOUT:
            continue
        if path.suffix == ".html":
            files[name] = page(path.read_text(encoding="utf-8"), script, engine).encode()
        else:
            files[name] = path.read_bytes()
    files[script] = search_script(files[script].decode(), shim).encode()
    files["search/search_index.js"] = index((site / "search/search_index.json").read_text(encoding="utf-8")).encode()
    return files


def pack(site: Path, shim: Path, target: Path) -> None:
    """Writes the zip."""
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in contents(site, shim.read_text(encoding="utf-8")).items():
            entry = ZipInfo(f"{FOLDER}/{name}", SAME_TIME)
            entry.external_attr = 0o644 << 16  # readable for everybody once it is unpacked
            archive.writestr(entry, content, ZIP_DEFLATED)


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path("docs/assets/search/offline.js"), Path(sys.argv[2]))
