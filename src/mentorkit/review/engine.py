"""The papermill engine ``mentorkit``: papermill's own, on kernels that are forked.

``papermill --engine mentorkit in.ipynb out.ipynb``. papermill loads this module whenever
it is imported, so it imports nothing that takes time.
"""

from __future__ import annotations

from typing import Any


NAME = "mentorkit"

DIED = "DeadKernelError"
"""What a cell's error is called whose kernel died."""


class ForkEngine:
    """Runs notebooks as papermill does, and tells in them when a kernel died or hung."""

    @staticmethod
    def execute_notebook(nb: Any, kernel_name: str, **options: Any) -> Any:
        """Execute a notebook and return it.

        Where its kernel died or a cell took too long, that cell has an error like any
        other, and papermill says so in the notebook and raises.
        """
        from nbclient.exceptions import CellTimeoutError, DeadKernelError  # noqa: PLC0415
        from papermill.engines import NBClientEngine  # noqa: PLC0415

        from mentorkit.review.kernels import ForkKernelManager  # noqa: PLC0415

        options.setdefault("kernel_manager_class", ForkKernelManager)
        try:
            return NBClientEngine.execute_notebook(nb, kernel_name, **options)
        except (DeadKernelError, CellTimeoutError) as error:
            _tell(nb, error)
            return nb

    @staticmethod
    def nb_kernel_name(nb: Any, name: str | None = None) -> Any:
        """Return the name of a notebook's kernel."""
        from papermill.engines import NBClientEngine  # noqa: PLC0415

        return NBClientEngine.nb_kernel_name(nb, name)

    @staticmethod
    def nb_language(nb: Any, language: str | None = None) -> Any:
        """Return the language of a notebook."""
        from papermill.engines import NBClientEngine  # noqa: PLC0415

        return NBClientEngine.nb_language(nb, language)


def _tell(nb: Any, error: Exception) -> None:
    """Say in a notebook which cell it ended at, where papermill says that all is well."""
    from nbformat.v4 import new_output  # noqa: PLC0415

    begun = [cell for cell in nb.cells if cell.metadata.papermill["start_time"]]
    for cell in nb.cells[len(begun) :]:
        cell.metadata.papermill["status"] = "pending"
    begun[-1].metadata.papermill.update(status="failed", exception=True)
    nb.metadata.papermill["exception"] = True
    told = str(error).splitlines()
    begun[-1].outputs.append(
        new_output("error", ename=type(error).__name__, evalue=told[0], traceback=told)
    )
