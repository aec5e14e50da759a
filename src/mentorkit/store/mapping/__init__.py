"""Importing files as they arrive, by a map that says what their rows become.

``maps`` is the grammar of a map, ``sheets`` reads files, ``cells`` and ``reading``
understand single cells, ``hand`` and ``making`` follow the map, ``known`` finds the
rows that others refer to, ``proposing`` writes a map to begin with. What is made goes
through the same checks and the same transaction as tidy files.
"""

from mentorkit.store.mapping.importing import import_files
from mentorkit.store.mapping.proposing import propose


__all__ = ["import_files", "propose"]
