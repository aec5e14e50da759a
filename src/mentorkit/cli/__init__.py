"""The command line: the same verbs as Python, each command in a few lines.

Commands import what they need when they run, so that help and completion are quick.
"""

from __future__ import annotations

import os
import sys
from typing import Any, NoReturn

import click

from mentorkit.cli.adopting import adopt
from mentorkit.cli.assigning import assign
from mentorkit.cli.collecting import collect
from mentorkit.cli.erasing import erase
from mentorkit.cli.feedback import feedback
from mentorkit.cli.granting import grant, revoke
from mentorkit.cli.keeping import backup, check, restore, undo
from mentorkit.cli.looking import dictionary, history, status
from mentorkit.cli.moving import export, import_
from mentorkit.cli.repairing import repair
from mentorkit.cli.reviewing import review
from mentorkit.cli.sealing import seal, unseal
from mentorkit.cli.setting_up import demo, init
from mentorkit.cli.templates import new, templates
from mentorkit.errors import MentorkitError
from mentorkit.startup import put_off_parsers


class Commands(click.Group):
    """A group that answers mentorkit's errors in words and keeps its exit codes."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run a command and exit with its code."""
        extra["standalone_mode"] = False
        put_off_parsers()
        try:
            code = super().main(*args, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.ctx.get_help())
            code = 0
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except (click.Abort, KeyboardInterrupt):
            click.echo("Stopped.", err=True)
            code = 130
        except MentorkitError as error:
            click.echo(f"Error: {error}", err=True)
            code = error.exit_code
        except Exception as error:
            if os.environ.get("MENTORKIT_DEBUG"):
                raise
            click.echo(
                f"Error: something went wrong inside mentorkit"
                f" ({type(error).__name__}: {error}). Set MENTORKIT_DEBUG=1 and run it"
                " again to see where.",
                err=True,
            )
            code = 2
        sys.exit(code if isinstance(code, int) else 0)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mentorkit", message="mentorkit %(version)s")
def main() -> None:
    r"""Mentoring in Jupyter: forms in, tidy frames, review reports out.

    \b
    Try it:          mentorkit demo
    Begin for real:  mentorkit init my-mentoring
    Each quarter:    mentorkit review 2026Q3
    """


for command in (
    init,
    demo,
    status,
    review,
    templates,
    new,
    assign,
    collect,
    adopt,
    feedback,
    repair,
    import_,
    export,
    history,
    undo,
    check,
    backup,
    restore,
    seal,
    unseal,
    erase,
    grant,
    revoke,
    dictionary,
):
    main.add_command(command)

for command in (main, *main.commands.values(), *templates.commands.values()):
    # Docstrings are raw and spell out the mark of a block that is not to be wrapped.
    command.help = (command.help or "").replace(r"\b", "\b")
