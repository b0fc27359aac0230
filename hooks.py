"""What the project does at MkDocs' own events: a preview that says what is wrong, and errors in one line."""

from __future__ import annotations

import logging
import os
import re
import socket
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter
from watchdog.utils.dirsnapshot import DirectorySnapshot, EmptyDirectorySnapshot

from macros import KEPT
from macros.templating import Compiled

POLICY = b'http-equiv="Content-Security-Policy"'
NO_POLICY = b'data-equiv="Content-Security-Policy"'  # As long as the policy's name: the length that the server announces stays true.
POLLED = 0.2  # seconds between two looks at the files
SETTLED = 0.05  # seconds without a change, after which a build starts: what is saved at once is mostly seen in one look
PLACE = re.compile(r"(\S+:\d+): (.+)")
DEAD_LINK = re.compile(r"Doc file '(?P<page>.+?)' (?P<what>contains an? .*?link '(?P<link>.+?)'.+)", re.DOTALL)

_starting, _preview = {"serve": False}, {"on": False}


def on_startup(command: str, **_: Any) -> None:
    """Notes whether a preview starts, whose port on_config() then tries."""
    _starting["serve"] = _preview["on"] = command == "serve"
    logging.getLogger("mkdocs.structure.pages").addFilter(with_line)


@event_priority(100)
def on_config(config: Any) -> None:
    """Tells the build whether it is a preview's. Ends a preview before anything is built if its port cannot be had."""
    config.extra["preview"] = _preview["on"]
    if not _starting.pop("serve", False):
        return
    host, port = config.dev_addr
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        why = os.strerror(error.errno or 0).lower()
        raise Abort(f"{host}:{port}: {why}; expected a free port, as with: make serve PORT={port + 1}") from error


def with_line(record: logging.LogRecord) -> bool:
    """Gives MkDocs' warning of a dead link the line of the link."""
    dead = DEAD_LINK.fullmatch(record.getMessage())
    if dead and (file := Path("docs", dead["page"])).is_file():
        before = file.read_text(encoding="utf-8").partition(dead["link"])[0]
        line = before.count("\n") + 1
        record.msg, record.args = f"docs/{dead['page']}:{line}: it {dead['what']}", ()
    return True


def on_env(env: Any, config: Any, **_: Any) -> None:
    """Ends a build, before pages are written, with all mistakes in pages of docs/. Templates of the theme are compiled once."""
    env.bytecode_cache = Compiled("theme")
    if mistakes := config.plugins["macros"].variables["mistakes"]:
        raise Abort("\n".join(sorted(mistakes)))


def on_build_error(error: Exception, **_: Any) -> None:
    """Says in one line what is wrong with a file or a disk."""
    if isinstance(error, OSError):
        raise Abort(
            f"{_named(error.filename2 or error.filename)}: {error.strerror or error}; expected files that can be read and written"
        ) from error
    if isinstance(error, UnicodeError):
        raise Abort(f"a page of docs/ is not UTF-8 ({error}); expected it to be saved as UTF-8") from error


def _named(file: str | None) -> str:
    path = Path(file or "the disk")
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)


def on_serve(server: LiveReloadServer, config: Any, **_: Any) -> LiveReloadServer:
    """Makes MkDocs' preview one that says what is wrong."""
    preview, watched = Preview(server), (config.docs_dir, config.config_file_path)
    server.builder = preview.build
    server.set_app(preview.answer)
    server.build_delay = SETTLED
    for path in watched:
        server.unwatch(path)
    server.observer = BaseObserver(Emitter, timeout=POLLED)  # type: ignore[assignment] # A PollingObserver is one with its own emitter.
    for path in watched:
        server.watch(path)
    return server


class Preview:
    """The server of MkDocs, and what was wrong in its last build: it is shown in place of every page until it is corrected."""

    def __init__(self, server: LiveReloadServer) -> None:
        self._server, self._build = server, server.builder
        self._serve: Callable[..., Iterable[bytes]] = server.serve_request
        self._problems: list[str] = []

    def build(self) -> None:
        """Builds the site. Whatever goes wrong, the server goes on, and pages that are open are loaded again."""
        log, warnings = logging.getLogger("mkdocs"), Warnings(logging.WARNING)
        log.addHandler(warnings)
        try:
            self._build()
            self._problems = []
        except (Exception, SystemExit) as error:
            print(error, file=sys.stderr) if isinstance(error, Abort) else traceback.print_exc()
            what = str(error) if isinstance(error, Abort) else f"{type(error).__name__}: {error} (more in the terminal)"
            # MkDocs counts the warnings in its last line.
            self._problems = [*warnings.lines, *what.splitlines()][: -1 if what.startswith("Aborted with") else None]
        finally:
            log.removeHandler(warnings)

    def answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """A file of the site as it is, but for the policy of a page: it would stop the inline script by which MkDocs reloads the page."""
        head: list[tuple[Any, ...]] = []
        body = b"".join(self._serve(environ, lambda *answer: head.append(answer)))  # waits for a build to end
        path = PurePosixPath(environ["PATH_INFO"])
        if self._problems and path.suffix in ("", ".html") and "livereload" not in path.parts:
            head, body = self._found("index.html", self._page())
        elif head[0][0].startswith("404"):
            address = environ["PATH_INFO"].removeprefix("/")
            name = f"{address}index.html" if address.endswith("/") else address
            if name in KEPT.files:
                head, body = self._found(name, KEPT.files[name]())
            elif f"{name}/index.html" in KEPT.files:
                head, body = [("302 Found", [("Location", f"/{address}/")])], b""
        start_response(*head[0])
        return [body.replace(POLICY, NO_POLICY)]

    def _found(self, name: str, text: str) -> tuple[list[tuple[Any, ...]], bytes]:
        """A text as MkDocs serves a file of this name."""
        server, body = self._server, text.encode()
        if name.endswith(".html"):
            body = server._inject_js_into_html(body, server._visible_epoch)  # type: ignore[no-untyped-call]
        kind = server._guess_type(name)  # type: ignore[no-untyped-call]
        return [("200 OK", [("Content-Type", kind), ("Content-Length", str(len(body)))])], body

    def _page(self) -> str:
        problems = [place.groups() if (place := PLACE.fullmatch(line)) else ("", line) for line in self._problems]
        templates = Environment(loader=FileSystemLoader(Path(__file__).parent / "overrides"), autoescape=True, trim_blocks=True)
        return templates.get_template("problems.html").render(problems=problems)


class Warnings(logging.Handler):
    """Keeps the lines of warnings and errors."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps one."""
        self.lines += record.getMessage().splitlines()


class Emitter(PollingEmitter):
    """Watches a folder. Where it is renamed away and back, its files went and came; watchdog's own ends with the folder."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        take = self._take_snapshot

        def snapshot() -> DirectorySnapshot:
            try:
                return take()
            except OSError:
                return EmptyDirectorySnapshot()

        self._take_snapshot = snapshot
