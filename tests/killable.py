"""A browser that a test can kill outright, as a power cut or a crash does."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time


BROWSER = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class Killable:
    """A Chromium of its own process and folder, which can be killed outright."""

    def __init__(self, browser, folder):
        self.kind, self.folder = browser.browser_type, folder
        program = os.environ.get("MENTORKIT_CHROMIUM") or shutil.which("chromium")
        command = [program, *BROWSER, "--headless", "--remote-debugging-port=0"]
        self.process = subprocess.Popen(
            [*command, f"--user-data-dir={folder}", "about:blank"],
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def __enter__(self):
        told = self.folder / "DevToolsActivePort"
        until = time.monotonic() + 60
        while not told.exists() and time.monotonic() < until:
            time.sleep(0.1)
        port = told.read_text().split()[0]
        told.unlink()
        running = self.kind.connect_over_cdp(f"http://127.0.0.1:{port}")
        self.context = running.contexts[0]
        return self

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(20)

    def __exit__(self, *_error):
        if self.process.poll() is None:
            self.kill()
