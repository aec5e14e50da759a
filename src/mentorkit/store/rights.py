"""Who may read and write what on a server: nothing yet."""

import sqlalchemy as sa


def lay_down(connection: sa.Connection) -> None:
    """Placeholder until the rights are laid down."""
