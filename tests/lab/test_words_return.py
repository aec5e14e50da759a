"""Typing goes on while things break: every word returns, here in a real JupyterLab."""

from __future__ import annotations

import os
import signal

import pytest

import mentorkit as mk


LONG = bool(os.environ.get("MENTORKIT_LONG"))

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FIRST = """
import os, mentorkit as mk
ws = mk.open()
open("kernel.pid", "w").write(str(os.getpid()))
"""

CELLS = (
    FIRST,
    "ws.form('session', mentorship='amara-ingrid')",
)


def kill_kernel(lab):
    os.kill(int((lab.folder / "notebooks/kernel.pid").read_text()), signal.SIGKILL)


def test_a_reload_and_a_killed_kernel_lose_no_word(lab, work):
    page = work(lab.write("killed.ipynb", *CELLS))
    page.run_all()
    page.field("summary").fill("Typed while all was well.")
    page.field("private_note").fill("Quillwort, which nobody else may read.")
    kill_kernel(lab)
    page.field("objective").fill("Typed while the kernel was dead.")
    page.field("objective").press("Control+Enter")
    page.get_by_text("the kernel is not answering").first.wait_for(timeout=40_000)
    page.typed()

    page.open()
    page.run_all()

    assert page.said() == "Your unsaved text is back."
    assert page.field("summary").input_value() == "Typed while all was well."
    assert page.field("objective").input_value() == "Typed while the kernel was dead."
    assert "Quillwort" in page.field("private_note").input_value()


def test_a_restart_of_jupyterlab_in_the_midst_of_typing_loses_no_word(lab, work):
    page = work(lab.write("restarted.ipynb", *CELLS))
    page.run_all()
    words = "Typed before. Typed while the server was down."
    page.field("summary").fill(words[:13])
    lab.stop()
    page.field("summary").fill(words)
    page.typed()
    lab.start()

    page.open()
    page.run_all()

    assert page.field("summary").input_value() == words
    page.field("starts_at").fill("2026-09-28T10:00")
    page.field("starts_at").press("Control+Enter")
    page.locator(".mk-saved").wait_for(timeout=30_000)
    summaries = mk.open(lab.folder).sessions()["summary"].dropna()
    assert summaries.str.startswith("Typed before. Typed while").sum() == 1


@pytest.mark.skipif(not LONG, reason="tests/forms settles conflicts on a bare page")
def test_two_browsers_on_one_goal_lose_neither_text(lab, work):
    ws = mk.open(lab.folder)
    goal = ws.add(mk.Goal(mentorship_id="amara-ingrid", title="Quoin: first words"))
    cells = (CELLS[0], f"ws.form('goal', id='{goal.id}')")
    first, second = (work(lab.write(f"{name}.ipynb", *cells)) for name in ("a", "b"))
    first.run_all()
    second.run_all()
    first.field("title").fill("Quoin: the first browser's words")
    second.field("title").fill("Quoin: the second browser's words")
    first.field("title").press("Control+Enter")
    first.locator(".mk-saved").wait_for(timeout=30_000)
    second.field("title").press("Control+Enter")
    second.locator(".mk-choice").wait_for(timeout=30_000)

    sides = second.locator(".mk-side").all_inner_texts()
    assert "the first browser's words" in sides[0]
    assert "the second browser's words" in sides[1]
    second.keyboard.press("Tab")
    second.keyboard.press("ArrowUp")
    second.keyboard.press("Control+Enter")
    second.get_by_text("nothing to save").wait_for(timeout=30_000)
    second.keyboard.press("ArrowDown")
    second.keyboard.press("Control+Enter")
    second.locator(".mk-saved").wait_for(timeout=30_000)

    assert (
        ws.goals()
        .set_index("goal_id")
        .loc[goal.id, "title"]
        .endswith("second browser's words")
    )
    history = ws.history("goals", goal.id).query("field == 'title'")
    assert history["after"].str.contains("first browser's words").any()
