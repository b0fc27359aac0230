"""WebKit, the engine of Safari, as WebKitGTK has it: its little browser, on a screen that nobody sees, driven by WebDriver.

The browser's window has a toolbar that makes it wider than a phone. A style sheet for the toolkit shrinks it to nothing.
The screen is small: without a window manager, the active window is the one under the pointer, which rests in the middle of the screen.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.remote_connection import RemoteConnection
from urllib3.exceptions import HTTPError

from tests.support.engines.engine import PATIENCE, Engine, EngineError, Settings

TOOLBAR = "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border: 0; font-size: 1px; -gtk-icon-transform: scale(0.1); }"
"""For the toolkit's own controls; pages have style sheets of their own."""

SCREEN = "600x600x24"
"""A window may be larger."""

RUN = """const done = arguments[arguments.length - 1];
Promise.resolve({expression}).then((value) => done([value, null]), (error) => done([null, String(error)]));"""


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class WebKit(Engine):
    """The browser of WebKitGTK. Its settings are given when it starts: others need a start."""

    name = "webkit"
    forces_colors = False
    prints = False

    def __init__(self, screen: str, driver: str, browser: str) -> None:
        self._driver, self._browser = driver, browser
        self._folder = Path(tempfile.mkdtemp(prefix="webkit-"))
        self._session: webdriver.Remote | None = None
        self._server: subprocess.Popen | None = None
        self._settings: Settings | None = None
        display = [screen, "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]
        self._screen = subprocess.Popen(display, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._display = f":{self._screen.stdout.readline().decode().strip()}"

    def _start(self, settings: Settings) -> None:
        """Starts the browser with these settings."""
        self._stop()
        toolkit = self._folder / "gtk-3.0"
        toolkit.mkdir(exist_ok=True)
        (toolkit / "gtk.css").write_text(TOOLBAR, encoding="utf-8")
        (toolkit / "settings.ini").write_text(f"[Settings]\ngtk-enable-animations={int(not settings.still)}\n", encoding="utf-8")
        (self._folder / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{self._folder}/downloads"\n', encoding="utf-8")
        (self._folder / "downloads").mkdir(exist_ok=True)
        environment = os.environ | {
            "DISPLAY": self._display,
            "GDK_BACKEND": "x11",
            "NO_AT_BRIDGE": "1",
            "XDG_CONFIG_HOME": str(self._folder),
            # Within containers, and for root, no sandbox can be made; the pages are ours.
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        }
        port = _free_port()
        self._server = subprocess.Popen(
            [self._driver, f"--port={port}"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._await(f"http://127.0.0.1:{port}")
        options = webdriver.WebKitGTKOptions()
        options.binary_location = self._browser
        for argument in ("--automation", *(["--dark-mode"] if settings.dark else [])):
            options.add_argument(argument)
        try:
            config = ClientConfig(f"http://127.0.0.1:{port}", timeout=PATIENCE)
            self._session = webdriver.Remote(RemoteConnection(client_config=config), options=options)
            self._session.file_detector = UselessFileDetector()  # It runs on this machine, where the files are.
            self._session.set_script_timeout(PATIENCE / 2)
        except (WebDriverException, HTTPError) as error:
            raise EngineError(f"WebKit did not start: {error}") from error
        self._settings = settings

    def _await(self, address: str) -> None:
        """Until the driver answers."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with suppress(urllib.error.URLError, ConnectionError), urllib.request.urlopen(f"{address}/status", timeout=1):
                return
            time.sleep(0.02)
        raise EngineError("WebKit's driver did not start")

    def _do(self, what: str, *arguments: object) -> object:
        """Calls a method of the session."""
        try:
            return getattr(self._session, what)(*arguments)
        except (WebDriverException, HTTPError, OSError) as error:
            raise EngineError(f"{what}: {error}") from error

    def begin(self, settings: Settings, downloads: Path) -> None:
        """Storage is emptied; other settings need a start."""
        if settings != self._settings:
            self._start(settings)
        else:
            with suppress(EngineError):  # a page that has no storage
                self.run("() => { localStorage.clear(); sessionStorage.clear(); }")
            self._do("get", "about:blank")
        place = self._folder / "downloads"
        place.unlink() if place.is_symlink() else shutil.rmtree(place, ignore_errors=True)
        place.symlink_to(downloads)

    def open(self, address: str) -> None:
        """Opens an address."""
        self._do("get", address)

    def back(self) -> None:
        """Goes back."""
        self._do("back")

    def _evaluate(self, expression: str) -> str:
        value, error = self._do("execute_async_script", RUN.replace("{expression}", expression))
        if error is not None:
            raise EngineError(error)
        return value

    def act(self, *sources: dict) -> None:
        """Presses keys, moves the mouse."""
        self._do("execute", "actions", {"actions": list(sources)})
        self._do("execute", "clearActionState")

    def resize(self, width: int, height: int) -> None:
        """The window is as wide as its page, and higher by what is left of its toolbar."""
        self._do("set_window_size", width, height)
        inner = self.run("() => innerHeight")
        self._do("set_window_size", width, 2 * height - inner)

    def picture(self) -> bytes:
        """What is in sight."""
        return self._do("get_screenshot_as_png")

    def choose(self, selector: str, file: Path) -> None:
        """Puts a file into a field."""
        field = self._do("find_element", "css selector", selector)
        try:
            field.send_keys(str(file))
        except (WebDriverException, HTTPError) as error:
            raise EngineError(f"choosing a file: {error}") from error

    def _stop(self) -> None:
        if self._session:
            with suppress(WebDriverException, HTTPError, OSError):
                self._session.quit()
        if self._server:
            self._server.terminate()
            self._server.wait(PATIENCE)
        self._session = self._server = self._settings = None

    def close(self) -> None:
        """Ends browser, driver and screen."""
        self._stop()
        self._screen.terminate()
        self._screen.wait(PATIENCE)
        shutil.rmtree(self._folder, ignore_errors=True)
