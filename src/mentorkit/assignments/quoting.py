"""What somebody typed, in Markdown, as the text that it is: nothing in it is a sign."""

from __future__ import annotations

import re

from mentorkit.report.markup import inert, one_line


RUN = re.compile("~+")

SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|&$~])")
"""What Markdown may take for something else than itself."""


def quoted(text: str) -> str:
    r"""Return text in a fence that nothing in it can close.

    Examples
    --------
    >>> print(quoted("one\n~~~\ntwo"))
    ~~~~text
    one
    ~~~
    two
    ~~~~
    """
    lines = inert(text)
    longest = max((len(found[0]) for found in RUN.finditer(lines)), default=0)
    fence = "~" * max(longest + 1, 3)
    return f"{fence}text\n{lines}\n{fence}"


def plainly(text: str) -> str:
    r"""Return a line of text in which Markdown sees no sign of its own.

    Examples
    --------
    >>> print(plainly("<b> *what* [a](b)?"))
    \<b\> \*what\* \[a\]\(b\)?
    """
    return SIGNS.sub(r"\\\1", one_line(text))
