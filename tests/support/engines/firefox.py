"""Firefox, driven by WebDriver BiDi, which it speaks by itself. Its settings are those of about:config, changed while it runs."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread, Timer

from tests.support.engines.bidi import Connection
from tests.support.engines.engine import PATIENCE, Engine, EngineError, Settings

START = 60
"""Seconds that a first start may take on a busy machine."""

PREFERENCES = {
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.download.folderList": 2,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.server": "data:,",
}
"""It talks with nobody, and asks nothing."""

PREFER = """(wanted) => {
  for (const [name, value] of Object.entries(wanted)) {
    if (typeof value === 'string') Services.prefs.setStringPref(name, value);
    else if (typeof value === 'boolean') Services.prefs.setBoolPref(name, value);
    else Services.prefs.setIntPref(name, value);
  }
}"""

VIOLATIONS = """() => {
  const said = Services.console.getMessageArray()
    .filter((each) => each instanceof Ci.nsIScriptError && each.category === 'CSP')
    .map((each) => each.errorMessage);
  Services.console.reset();
  return said;
}"""


class Firefox(Engine):
    """A Firefox without a window."""

    name = "firefox"
    forces_colors = True
    prints = True

    def __init__(self, program: str) -> None:
        self._profile = Path(tempfile.mkdtemp(prefix="firefox-"))
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
        (self._profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        options = ["--headless", "--no-remote", "--profile", self._profile, "--remote-debugging-port=0", "--remote-allow-system-access"]
        self._process = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        try:
            self._connection = Connection(self._address())
            self._browser = self._send("browsingContext.getTree", **{"moz:scope": "chrome"})["contexts"][0]["context"]
            self._send("session.subscribe", events=["log.entryAdded"])
        except BaseException:
            self.close()
            raise
        self._context = self._user = ""

    def _address(self) -> str:
        """Where it listens, which it says when it has started."""
        timer = Timer(START, self._process.kill)
        timer.start()
        try:
            for line in self._process.stderr:
                if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
                    Thread(target=self._process.stderr.read, daemon=True).start()  # else it waits once the pipe is full
                    return f"{found[1]}/session"
        finally:
            timer.cancel()
        raise EngineError("Firefox did not start")

    def _send(self, method: str, **parameters: object) -> dict:
        return self._connection.send(method, **parameters)

    def _value(self, expression: str, context: str) -> object:
        done = self._send("script.evaluate", expression=expression, target={"context": context}, awaitPromise=True, userActivation=True)
        if done["type"] == "exception":
            raise EngineError(done["exceptionDetails"]["text"])
        return done["result"].get("value")

    def _evaluate(self, expression: str) -> str:
        return self._value(expression, self._context)

    def _in_browser(self, function: str, *arguments: object) -> object:
        """Runs a function where the browser's own settings are within reach."""
        given = ", ".join(map(json.dumps, arguments))
        return json.loads(self._value(f"JSON.stringify(({function})({given}) ?? null)", self._browser))

    def begin(self, settings: Settings, downloads: Path) -> None:
        """A new identity: no page, no storage, no history of the one before."""
        before = self._context, self._user
        self._user = self._send("browser.createUserContext")["userContext"]
        self._context = self._send("browsingContext.create", type="tab", userContext=self._user)["context"]
        if all(before):
            self._send("browsingContext.close", context=before[0])
            self._send("browser.removeUserContext", userContext=before[1])
        self._send("browsingContext.activate", context=self._context)
        self.set(settings)
        self._in_browser(PREFER, {"browser.download.dir": str(downloads)})
        self.said()

    def set(self, settings: Settings) -> None:
        """Changes the system's settings while the page is open."""
        wanted = {
            "layout.css.prefers-color-scheme.content-override": 0 if settings.dark else 1,
            "ui.prefersReducedMotion": int(settings.still),
            "browser.display.document_color_use": 2 if settings.forced else 0,
        }
        self._in_browser(PREFER, wanted)

    def open(self, address: str) -> None:
        """Opens an address."""
        self._send("browsingContext.navigate", context=self._context, url=address, wait="interactive")

    def back(self) -> None:
        """Goes back, as soon as the browser's own process has heard from the page that there is a page before."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self._send("browsingContext.traverseHistory", context=self._context, delta=-1)
            except EngineError as error:
                if "no such history entry" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(0.05)
            else:
                return

    def act(self, *sources: dict) -> None:
        """Presses keys, moves the mouse."""
        self._send("input.performActions", context=self._context, actions=sources)
        self._send("input.releaseActions", context=self._context)

    def resize(self, width: int, height: int) -> None:
        """A window of its own has no say in this."""
        self._send("browsingContext.setViewport", context=self._context, viewport={"width": width, "height": height}, devicePixelRatio=1)

    def picture(self) -> bytes:
        """What is in sight."""
        return base64.b64decode(self._send("browsingContext.captureScreenshot", context=self._context)["data"])

    def paper(self) -> bytes:
        """The page as it is printed on A4, as a PDF."""
        sheet = {"width": 21.0, "height": 29.7}
        return base64.b64decode(self._send("browsingContext.print", context=self._context, page=sheet)["data"])

    def choose(self, selector: str, file: Path) -> None:
        """Puts a file into a field."""
        found = self._send("browsingContext.locateNodes", context=self._context, locator={"type": "css", "value": selector})["nodes"]
        self._send("input.setFiles", context=self._context, element={"sharedId": found[0]["sharedId"]}, files=[str(file)])

    def said(self) -> list[str]:
        """The log of pages as the protocol tells it; violations of the policy are in the browser's own console only."""
        violations = self._in_browser(VIOLATIONS)
        entries = [event["params"] for event in self._connection.events if event["method"] == "log.entryAdded"]
        self._connection.events.clear()
        return [*violations, *(entry["text"] or "" for entry in entries if entry["level"] in ("error", "warn"))]

    def close(self) -> None:
        """Ends it, by force if need be."""
        with suppress(AttributeError, EngineError, OSError):
            self._connection.close()
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._profile, ignore_errors=True)
