"""nginx and Apache with the settings of .github/hosting/, at the root of a server and under a path: what a visitor and a browser get."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from tests.support.webservers import MOVED, SERVERS, SETTINGS, WebServer, prepared, running

PLACES = {"root": "/", "path": "/docs/fax/"}
SAFE = {
    "content-security-policy": "frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
"""What every answer says beside the policy in the page."""

FOR_EVER = "public, max-age=31536000, immutable"
SHORT = "public, max-age=300"
HASHED = re.compile(r"\.[0-9a-f]{8}\.(min\.)?(css|js)$")

TYPES = {
    **dict.fromkeys((".go", ".java", ".php", ".properties", ".py", ".rb", ".sh", ".ts", ".txt"), "text/plain; charset=utf-8"),
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
}

NAMES = {
    "codes/0": "codes/0/",
    "codes/0.html": "codes/0/",
    "codes/0/index.html": "codes/0/",
    "codes/-22": "codes/-22/",
    "codes/other-negative": "codes/other-negative/",
    "legend.html": "legend/",
    "index.html": "",
    "CODES/0/": "codes/0/",
    "Codes/Other-Negative": "codes/other-negative/",
    "codes/OTHER-NEGATIVE/": "codes/other-negative/",
    "LEGEND": "legend/",
    "Triage/Formats/": "triage/formats/",
    MOVED.source: MOVED.target,
    MOVED.source.rstrip("/"): MOVED.target,
    MOVED.source.upper(): MOVED.target,
}
"""Addresses as MkDocs, old links and people write them, and where they lead."""


@pytest.fixture(scope="module")
def hosted(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make hosted` leaves it."""
    return prepared(site, tmp_path_factory.mktemp("hosted") / "site")


@pytest.fixture(scope="module", params=[(server, place) for server in SERVERS for place in PLACES], ids="-".join)
def server(request: pytest.FixtureRequest, hosted: Path) -> Iterator[WebServer]:
    """Each server in each place, started once."""
    name, place = request.param
    with running(name, hosted, PLACES[place]) as started:
        yield started


def files(server: WebServer) -> list[str]:
    """Every file of the site, by its address, but what `make hosted` has added."""
    everything = (file.relative_to(server.site).as_posix() for file in server.site.rglob("*") if file.is_file())
    return [path for path in everything if not path.startswith(".") and not path.endswith(".gz")]


def of_each_type(server: WebServer) -> dict[str, str]:
    """One file of each type, by the ending of its name; pages go by their own addresses."""
    return {Path(path).suffix: path for path in files(server) if not path.endswith(".html")} | {".html": "codes/0/"}


def test_every_type_of_file_is_named_as_what_it_is(server: WebServer):
    answers = {suffix: server.get(path) for suffix, path in of_each_type(server).items()}
    assert {suffix: answer.headers["content-type"] for suffix, answer in answers.items()} == {suffix: TYPES[suffix] for suffix in answers}
    assert {answer.status for answer in answers.values()} == {200}


@pytest.mark.parametrize("name", NAMES)
def test_an_address_written_in_another_way_leads_to_the_page(server: WebServer, name: str):
    address, steps = f"{server.path}{name}?code=7", 0
    while (answer := server.get(address)).status == 301:
        target = urlsplit(urljoin(f"http://127.0.0.1:{server.port}{address}", answer.headers["location"]))
        assert target.netloc == f"127.0.0.1:{server.port}"
        address, steps = f"{target.path}?{target.query}", steps + 1
        assert steps <= 3
    assert answer.status == 200
    assert address == f"{server.path}{NAMES[name]}?code=7"
    assert answer.body == (server.site / NAMES[name] / "index.html").read_bytes()


def test_a_redirect_of_nginx_is_right_behind_a_proxy_too(server: WebServer):
    """Apache names scheme and host, as its ServerName says."""
    location = server.get("codes/0").headers["location"]
    assert location.startswith(server.path if server.name == "nginx" else "http://127.0.0.1:")


def test_the_path_without_its_slash_leads_to_the_site(server: WebServer):
    if server.path != "/":
        assert urlsplit(server.get(server.path.rstrip("/")).headers["location"]).path == server.path


@pytest.mark.parametrize(
    "name", ["codes/99999/", "codes/99999", "codes/39310/", "nothing/here.html", "assets/", "assets/js/base.00000000.js", "404/"]
)
def test_what_is_not_there_is_answered_by_the_page_that_says_so(server: WebServer, name: str):
    address = server.path + name
    for _ in range(2):
        answer = server.get(address)
        if answer.status == 301:
            address = urlsplit(answer.headers["location"]).path
    assert answer.status == 404
    assert answer.body == (server.site / "404.html").read_bytes()
    assert answer.headers["content-type"] == TYPES[".html"]
    assert "immutable" not in answer.headers.get("cache-control", "")


@pytest.mark.parametrize("address", ["//elsewhere.example/index.html", "//elsewhere.example/codes/0", "/\\elsewhere.example/index.html"])
def test_no_address_leads_to_another_site(server: WebServer, address: str):
    answer = server.get(address)
    assert answer.status in (400, 403, 404)
    assert "location" not in answer.headers


def test_names_with_a_checksum_are_kept_for_ever_and_everything_else_is_asked_for_soon(server: WebServer):
    hashed = [path for path in files(server) if HASHED.search(path)]
    assert len(hashed) >= 10
    assert {server.get(path).headers["cache-control"] for path in hashed} == {FOR_EVER}
    others = [path for path in of_each_type(server).values() if not HASHED.search(path)]
    assert {server.get(path).headers["cache-control"] for path in ["", *others]} == {SHORT}


def test_what_has_not_changed_is_not_sent_again(server: WebServer):
    tag = server.get("codes/0/").headers["etag"]
    again = server.get("codes/0/", If_None_Match=tag)
    assert (again.status, again.body) == (304, b"")


def test_who_takes_gzip_gets_what_was_compressed_before(server: WebServer):
    for path, name in {"": "index.html", "codes/0/": "codes/0/index.html", "api/codes.json": "api/codes.json"}.items():
        packed, plain = server.get(path, Accept_Encoding="gzip"), server.get(path)
        assert packed.headers["content-encoding"] == "gzip"
        assert packed.body == (server.site / f"{name}.gz").read_bytes()
        assert gzip.decompress(packed.body) == plain.body == (server.site / name).read_bytes()
        assert "content-encoding" not in plain.headers
        assert packed.headers["content-type"] == plain.headers["content-type"]
        assert "accept-encoding" in packed.headers["vary"].lower()
        assert "accept-encoding" in plain.headers["vary"].lower()


@pytest.mark.parametrize("name", ["", "codes/0", "codes/99999/", "api/codes.json"])
def test_every_answer_says_what_a_page_cannot(server: WebServer, name: str):
    headers = server.get(name).headers
    assert {header: headers.get(header) for header in SAFE} == SAFE


def test_hosts_that_read_a_list_of_headers_are_told_the_same(site: Path):
    rules: dict[str, dict[str, str]] = {}
    for line in (SETTINGS / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            rule = rules.setdefault(line, {})
        elif line and not line.startswith("#"):
            name, value = line.strip().split(": ", 1)
            rule[name.lower()] = value
    assert rules.pop("/*") == SAFE  # and nothing of caching: where two rules name a header, some hosts send both
    folders = {f"/{path.parent.relative_to(site).as_posix()}/*" for path in site.rglob("*") if HASHED.search(path.name)}
    assert rules == {folder: {"cache-control": FOR_EVER} for folder in folders}
    kept = [path.name for folder in folders for path in (site / folder.strip("/*")).iterdir()]
    assert [name for name in kept if not HASHED.search(name.removesuffix(".map"))] == []
