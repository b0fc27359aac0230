"""Starts nginx and Apache on this machine with the settings of .github/hosting/, changed only where README.md there says so."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from glob import glob
from http.client import HTTPConnection
from pathlib import Path

from macros.catalogue.values import Redirect
from macros.publish import hosted
from tests.support import programs, tools

SETTINGS = programs.ROOT / ".github" / "hosting"
SERVERS = ("nginx", "apache")
MOVED = Redirect("codes/the-old-name/", "legend/", 2)

NGINX = """
daemon off;
pid {folder}/pid;
error_log stderr;
{user}
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include {folder}/site.conf;
}}
"""
APACHE = """
ServerRoot "{folder}"
ServerName localhost
PidFile "{folder}/pid"
ErrorLog /dev/stderr
Listen 127.0.0.1:{port}
{modules}
{user}
TypesConfig /dev/null
DocumentRoot "{root}"
<Directory "{root}">
  AllowOverride All
  Options Indexes FollowSymLinks MultiViews
</Directory>
"""
MODULES = ("mpm_event", "unixd", "authz_core", "dir", "mime", "negotiation", "autoindex", "alias", "headers", "rewrite", "speling")
MODULE_FOLDERS = ("/usr/lib/apache2/modules", "/usr/lib*/httpd/modules", "/usr/libexec/apache2", "/opt/homebrew/lib/httpd/modules")


@dataclass(frozen=True)
class Answer:
    """An answer: its status, its headers by their names in small letters, its body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class WebServer:
    """A server with the site below `path`, which starts and ends with a slash. `site` is the folder that it serves."""

    name: str
    port: int
    path: str
    site: Path

    def get(self, address: str, **headers: str) -> Answer:
        """Asks for an address from the root of the site, or of the server where it starts with a slash. Follows no redirect."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", address if address.startswith("/") else self.path + address, headers=named)
            answer = connection.getresponse()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        finally:
            connection.close()


def changed(text: str, changes: Mapping[str, str]) -> str:
    """Settings with each text replaced, which has to be there once: what README.md says to change is there to be changed."""
    for old, new in changes.items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


def prepared(site: Path, folder: Path) -> Path:
    """A copy of a built site as `make hosted` leaves it, with one page that has moved."""
    copy = Path(shutil.copytree(site, folder))
    (copy / MOVED.source).mkdir()
    shutil.copy(copy / "index.html", copy / MOVED.source)  # the page of the redirect, in place of which a server redirects
    hosted.compress(copy)
    return copy


@contextmanager
def running(name: str, site: Path, path: str) -> Iterator[WebServer]:
    """Runs a server with a prepared site below `path` while the block runs. Raises RuntimeError with its words if it does not start."""
    tools.ensure("nginx", "apache2")
    folder = Path(tempfile.mkdtemp(prefix="fax-server-"))  # not below pytest's own folder, which no other user may read
    try:
        copy = folder / "www" / path.strip("/")
        shutil.copytree(site, copy)
        pages = [file.relative_to(copy).as_posix().removesuffix("index.html") for file in copy.rglob("index.html")]
        rules = hosted.rules(f"https://fax.example.org{path}", pages, [MOVED])
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = {"nginx": _nginx, "apache": _apache}[name](folder, port, path, rules)
        for each in (folder, *folder.rglob("*")):
            each.chmod(0o755 if each.is_dir() else 0o644)
        with _started([str(part) for part in command], port):
            yield WebServer(name, port, path, copy)
    finally:
        shutil.rmtree(folder)


@contextmanager
def _started(command: list[str], port: int) -> Iterator[None]:
    with tempfile.TemporaryFile() as log, subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL) as process:
        try:
            deadline = time.monotonic() + 20
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError as error:
                    if process.poll() is not None or time.monotonic() > deadline:
                        log.seek(0)
                        raise RuntimeError(log.read().decode()) from error
                    time.sleep(0.02)
            yield
        finally:
            process.terminate()


def _nginx(folder: Path, port: int, path: str, rules: Mapping[str, str]) -> list[str | Path | None]:
    below = path.rstrip("/")
    (folder / "rules").mkdir()
    (folder / "rules" / "fax.map").write_text(rules["nginx.map"], encoding="utf-8")
    changes = {
        "  listen 80;": f"  listen 127.0.0.1:{port};",
        "root /srv/www/fax;": f"root {folder}/www;",
        "/etc/nginx/fax/": f"{folder}/rules/",
    }
    if below:
        changes |= {
            "# location = /docs/fax { return 301 /docs/fax/; }": f"location = {below} {{ return 301 {path}; }}",
            "location / {": f"location {path} {{",
            "error_page 404 /404.html;": f"error_page 404 {path}404.html;",
        }
    settings = (SETTINGS / "nginx.conf").read_text(encoding="utf-8")
    (folder / "site.conf").write_text(changed(settings, changes), encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "main.conf").write_text(NGINX.format(folder=folder, user=user), encoding="utf-8")
    return [tools.find("nginx"), "-e", "stderr", "-p", folder, "-c", folder / "main.conf"]


def _apache(folder: Path, port: int, path: str, rules: Mapping[str, str]) -> list[str | Path | None]:
    settings = (SETTINGS / "apache.conf").read_text(encoding="utf-8")
    settings = changed(settings, {"ErrorDocument 404 /404.html": f"ErrorDocument 404 {path}404.html"})
    (folder / "www" / path.strip("/") / ".htaccess").write_text(settings + rules["apache.conf"], encoding="utf-8")
    modules = next(found for pattern in MODULE_FOLDERS for found in glob(pattern))
    files = {name: Path(modules) / f"mod_{name}.so" for name in MODULES}
    loaded = "\n".join(f'LoadModule {name}_module "{file}"' for name, file in files.items() if file.exists())  # the others are built in
    user = "User #65534\nGroup #65534" if os.geteuid() == 0 else ""
    text = APACHE.format(folder=folder, root=folder / "www", port=port, modules=loaded, user=user)
    (folder / "main.conf").write_text(text, encoding="utf-8")
    return [tools.find("apache2"), "-D", "FOREGROUND", "-f", folder / "main.conf"]
