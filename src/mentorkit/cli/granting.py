"""``mentorkit grant`` and ``revoke``: who may use a database on a server."""

from __future__ import annotations

from typing import Any

import click

from mentorkit.cli.options import console, escaped, json_option, opened, print_json


@click.command()
@click.argument("person", required=False)
@click.option("--login", help="The login's name; the person's handle by default.")
@json_option
@click.option("-w", "--workspace", metavar="PATH", help="The workspace's folder.")
def grant(
    person: str | None, login: str | None, workspace: str | None, *, as_json: bool
) -> None:
    r"""Give PERSON access to a database on a server; without one, list who has it.

    What they may read follows from the records: members their mentorships, leads the
    program's without the pairs' texts, and what is private its author alone. A login
    that the server does not have yet is made, and its first password is shown once.

    \b
    Examples:
      mentorkit grant
      mentorkit grant grace
      mentorkit grant grace --login g.hopper
    """
    ws = opened(workspace, None)
    if person is None:
        _list(ws.grants().to_dict("records"), as_json=as_json)
        return
    granted = ws.grant(person, login=login)
    if as_json:
        print_json(granted.as_dict())
        return
    out = console()
    out.print(f"[green]✓[/] {escaped(str(granted))}", soft_wrap=True)
    if granted.password:
        out.print(f"  First password, shown this once: {escaped(granted.password)}")
    address = ws.store.address(granted.login)
    out.print("  On their computer:", soft_wrap=True)
    out.print(
        f"  mentorkit init my-mentoring --database {escaped(address)}", soft_wrap=True
    )


def _list(rows: list[dict[Any, Any]], *, as_json: bool) -> None:
    if as_json:
        print_json(rows)
        return
    from rich.table import Table

    table = Table("Person", "Login", "Mentorships", "Leads", box=None)
    for row in rows:
        table.add_row(*map(escaped, row.values()))
    console().print(table if rows else "Nobody but the owner has access.")


@click.command()
@click.argument("person")
@json_option
@click.option("-w", "--workspace", metavar="PATH", help="The workspace's folder.")
def revoke(person: str, workspace: str | None, *, as_json: bool) -> None:
    r"""Take PERSON's access to a database on a server away.

    The login stays on the server, and reads nothing here any more.

    \b
    Example:
      mentorkit revoke grace
    """
    logins = opened(workspace, None).revoke(person)
    if as_json:
        print_json({"person": person, "logins": logins})
        return
    told = f"{person} has no access any more (login: {', '.join(logins)})."
    console().print(f"[green]✓[/] {escaped(told)}", soft_wrap=True)
