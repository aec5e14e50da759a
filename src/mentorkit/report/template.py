"""The templates of the pages that no notebook is behind, and what all templates know.

A review's own page goes through nbconvert, with the same templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

import jinja2

from mentorkit.i18n import direction, translate
from mentorkit.report.style import PAGE, page_style, policy
from mentorkit.report.telling import spoken


def given(language: str, style: str = "", script: str = "") -> dict[str, Any]:
    """Return what every template is given: its language, style and policy.

    Parameters
    ----------
    language : str
        Language tag for the words of the page.
    style, script : str
        The files of a style and of a script that it has besides, if it has any.
    """
    return {
        "lang": spoken(language),
        "dir": direction(spoken(language)),
        "_": partial(translate, language=language),
        "style": page_style(style),
        "policy": policy(style, script),
    }


def rendered(
    name: str,
    language: str,
    values: Mapping[str, Any],
    style: str = "",
    script: str = "",
) -> str:
    """Return one of the templates filled in; values are escaped."""
    review = given(language, style, script) | dict(values)
    return _environment().get_template(name).render(resources={"review": review})


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(PAGE),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
