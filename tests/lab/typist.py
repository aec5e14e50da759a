"""Filling a form in as a person without a mouse does: Tab, arrows, Space, letters.

What stands under the focus is asked of the page; every change is made by a key.
"""

from __future__ import annotations

import datetime as dt
import json

import pytest


AT = """() => {
  const at = document.activeElement;
  const form = at.closest(".mk-form");
  if (!form) return { name: null, type: null, cell: null, heading: "", text: "" };
  const group = at.closest("[role=group][id*='-field-'], [role=radiogroup]");
  const { id } = group ?? at;
  const radios = group ? [...group.querySelectorAll("[type=radio]")] : [];
  const line = at.closest("li");
  return {
    name: id.includes("-field-") ? id.split("-field-")[1] : id.endsWith("-reason") ? "reason" : "",
    type: at.tagName === "SUMMARY" && !at.parentElement.open ? "shut" : at.type,
    cell: at.dataset.name ?? null,
    line: line && [...line.parentElement.children].indexOf(line),
    held: radios.length ? radios.find((radio) => radio.checked)?.value ?? null
      : at.type === "checkbox" ? at.checked : at.value,
    words: [...(at.options ?? radios)].map(({ value }) => value),
    faulty: (group ?? at).getAttribute("aria-invalid") === "true",
    heading: form.querySelector("h2")?.textContent ?? "",
    text: at.ariaLabel ?? at.textContent,
    said: form.querySelector("[role=status]").textContent,
    asks: Boolean(form.querySelector(".mk-reason:not([hidden])")),
  };
}"""


class Typist:
    """Works in the forms of a page by keyboard alone."""

    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def at(self):
        return self.page.evaluate(AT)

    def fill(self, answers):
        """Go from control to control by Tab, and give each what it is to hold."""
        left = dict(answers)
        for _ in range(40 + 6 * len(left)):
            at = self.at()
            if at["type"] == "shut":
                self.press("Enter")
            elif at["name"] in left:
                self.give(at, left.pop(at["name"]))
                if not left:
                    return
            self.press("Tab")
        pytest.fail(f"Tab never reached {sorted(left)}")

    def give(self, at, answer):
        """Let the control that has the focus hold an answer."""
        if at["cell"] is not None:
            self.give_lines(at, json.loads(answer) if answer else [])
        elif at["held"] == answer:
            return
        elif at["type"] == "checkbox":
            self.press("Space")
        elif at["type"] in ("radio", "select-one"):
            self.choose(at, answer)
        elif at["type"] in ("date", "datetime-local"):
            self.give_time(answer)
        else:
            self.give_text(at, answer)

    def choose(self, at, answer):
        if at["type"] == "radio" and at["held"] is None:
            self.press("Space")
            at = {**at, "held": at["words"][0]}
        steps = at["words"].index(answer) - at["words"].index(at["held"])
        self.press(*["ArrowDown" if steps > 0 else "ArrowUp"] * abs(steps))

    def give_time(self, answer):
        """Type a day, and a time, as Chromium's own control in English takes them."""
        if not answer:
            self.press(*["Backspace", "ArrowRight"] * 3)
        elif answer.isdecimal():
            self.page.keyboard.type(answer)
        else:
            form = "%m%d%Y%I%M%p" if "T" in answer else "%m%d%Y"
            self.page.keyboard.type(f"{dt.datetime.fromisoformat(answer):{form}}")

    def give_text(self, at, answer):
        if at["held"]:
            self.press("Control+a")
        if answer:
            self.page.keyboard.type(answer)
        else:
            self.press("Delete")

    def give_lines(self, at, lines):
        for number, line in enumerate(lines):
            if number:
                self.press("Enter")
                at = self.at()
            for name, text in line.items():
                at = self.to(lambda at, name=name: at["cell"] == name)
                assert at["line"] == number
                self.give({**at, "cell": None}, text)

    def to(self, wanted):
        """Press Tab until the focus is on what is wanted."""
        for _ in range(40):
            if wanted(at := self.at()):
                return at
            self.press("Tab")
        pytest.fail(f"Tab never reached it; the focus is on {at}")
