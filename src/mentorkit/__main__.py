"""``python -m mentorkit``: the command line without its script."""

from mentorkit.cli import main


main()
