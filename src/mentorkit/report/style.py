"""The styles of pages and of notebooks: read once, made small, given the colours.

What anything looks like is written in the CSS files beside the templates.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from markupsafe import Markup

from mentorkit.charts.theme import TOKENS
from mentorkit.i18n import direction
from mentorkit.report.markup import el
from mentorkit.report.telling import spoken


PAGE = Path(__file__).parent / "page"
"""Templates and styles."""


DARK = {
    "ink": "#ece9e3",
    "muted": "#a9b0b7",
    "line": "#363b40",
    "hair": "#282d31",
    "paper": "#14171a",
    "accent": "#7fbbe6",
    "done": "#63c7a8",
    "on_track": "#7fbbe6",
    "risk": "#f0ae57",
    "late": "#ff929c",
    "planned": "#9aa2ab",
}
"""The charts' colours on dark ground."""

FORCED = {
    **dict.fromkeys(TOKENS, "CanvasText"),
    "line": "GrayText",
    "hair": "GrayText",
    "track": "Canvas",
    "paper": "Canvas",
    "soft": "CanvasText",
}
"""The colours where the reader's own are forced on every page."""

LIGHT_TOO = {"track": "#e6e2d8", "soft": "#bcd0de"}
DARK_TOO = {"track": "#343a40", "soft": "#35536a"}

FONTS = {
    "serif": 'Charter,"Sitka Text",Cambria,"Noto Serif",Georgia,serif',
    "text": 'system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif',
}

NOTEBOOK_DARK = (
    '[data-jp-theme-light="false"] .mk,.vscode-dark .mk,[data-theme="dark"] .mk'
)
"""How notebooks say that their theme is dark."""


@cache
def page_style(more: str = "") -> Markup:
    """Return the style of a whole page; some kinds have a file of their own."""
    dark = f"@media screen and (prefers-color-scheme:dark){{{_set(':root', DARK, DARK_TOO)}}}"
    forced = f"@media (forced-colors:active){{{_set(':root', FORCED)}}}"
    light = _set(":root", TOKENS, LIGHT_TOO, FONTS)
    rules = [light, dark, forced, _tokens(), _read("block.css"), _read("page.css")]
    return _small(*rules, *([_read(more)] if more else []))


@cache
def notebook_style() -> Markup:
    """Return the style of one block in a notebook, which touches nothing else there.

    Its selectors weigh as much as an id's, so that the notebook's own rules for tables
    and headings do not reach into the block.
    """
    ground = {"paper": "var(--jp-layout-color0,#fff)"}
    light = _set(".mk", TOKENS, LIGHT_TOO, FONTS, ground)
    dark = _set(NOTEBOOK_DARK, DARK, DARK_TOO, ground)
    rules = _small(light, dark, _tokens(), _read("block.css"), _read("notebook.css"))
    return Markup(rules.replace(".mk", ":is(#mk,.mk)"))  # noqa: S704 - our own files


@cache
def script(name: str) -> Markup:
    """Return one of our own scripts, as a page holds it."""
    return Markup(_read(name).strip())  # noqa: S704 - our own file


@cache
def policy(more: str = "", runs: str = "") -> str:
    """Return the content security policy under which a page is shown.

    Parameters
    ----------
    more : str
        The file of its own style, if it has one.
    runs : str
        The file of its script; nothing may run when left out.
    """
    allowed = f"default-src 'none'; style-src {_digest(page_style(more))};"
    if runs:
        allowed += (
            f" script-src {_digest(script(runs))}; require-trusted-types-for 'script';"
            " trusted-types 'none';"
        )
    return f"{allowed} img-src data:; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    found = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(found).decode()}'"


def framed(inner: Markup, language: str) -> Markup:
    """Return a block for a notebook, with its style."""
    style = el("style", notebook_style())
    lang = spoken(language)
    rtl = "rtl" if direction(lang) == "rtl" else None
    return style + el("div", inner, class_="mk", lang=lang, dir=rtl)


def _set(selector: str, *groups: Mapping[str, str]) -> str:
    values = {name: value for group in groups for name, value in group.items()}
    told = "".join(f"--{name}:{value};" for name, value in values.items())
    return f"{selector}{{{told}}}"


def _tokens() -> str:
    """Return a rule for each of the charts' colours, as fill, line and text."""
    return "".join(
        f".mk .f-{name}{{fill:var(--{name})}}.mk .s-{name}{{stroke:var(--{name})}}"
        f".mk .t-{name}{{color:var(--{name})}}"
        for name in TOKENS
    )


def _read(name: str) -> str:
    return (PAGE / name).read_text(encoding="utf-8")


def _small(*styles: str) -> Markup:
    css = re.sub(r"/\*.*?\*/", "", "\n".join(styles), flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};]) ?", r"\1", css)
    return Markup(css.replace(";}", "}").strip())  # noqa: S704 - our own files
