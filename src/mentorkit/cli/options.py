"""What several commands share: which workspace, as whom, and how they answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click


if TYPE_CHECKING:
    from rich.console import Console

    from mentorkit.workspace import Workspace

Command = TypeVar("Command", bound=Callable[..., Any])


def workspace_options(command: Command) -> Command:
    """Add the options that say which workspace, and who works in it."""
    command = click.option(
        "-w",
        "--workspace",
        metavar="PATH",
        help="The workspace's folder; by default the nearest one upward from here.",
    )(command)
    return click.option(
        "--as", "as_", metavar="HANDLE", help="Who works in it and signs changes."
    )(command)


def json_option(command: Command) -> Command:
    """Add the option that asks for data instead of words."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print data instead of words."
    )(command)


def opened(workspace: str | None, as_: str | None) -> Workspace:
    """Open the workspace that a command is about."""
    from mentorkit.workspace import open_workspace

    return open_workspace(workspace, as_=as_)


def console() -> Console:
    """Return where a command's words go."""
    from rich.console import Console

    return Console(highlight=False)


def escaped(text: str) -> str:
    """Return text in which square brackets are only brackets."""
    from rich.markup import escape

    return escape(text)


def print_json(value: Any) -> None:
    """Print data."""
    click.echo(json.dumps(value, indent=1, ensure_ascii=False, default=str))


def complete_handles(
    context: click.Context, _parameter: click.Parameter, typed: str
) -> list[str]:
    """Return the mentorships whose handle begins with what was typed."""
    from mentorkit.errors import MentorkitError

    try:
        ws = opened(context.params.get("workspace"), None)
        handles = list(ws.mentorships(audience="pair")["handle"])
    except MentorkitError:
        return []
    return [handle for handle in handles if handle.startswith(typed)]
