"""Running reviews through the front door; how one is planned is in ``reviewing``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorkit.workspace.looking import Looking


if TYPE_CHECKING:
    from mentorkit.review.run import Run, Watcher


class Running(Looking):
    """The part of a workspace that runs reviews."""

    def review(  # noqa: PLR0913 - what, for whom, where to, up to when, how
        self,
        period: str,
        *,
        only: Sequence[str] = (),
        audience: str | None = None,
        template: str = "quarterly",
        out: str | Path | None = None,
        as_of: str | dt.date | None = None,
        parameters: Mapping[str, Any] | None = None,
        force: bool = False,
        retry_failed: bool = False,
        dry_run: bool = False,
        workers: int | None = None,
        dask: str | None = None,
        seconds: int | None = None,
        memory: int | None = None,
        formats: Sequence[str] = (),
        watcher: Watcher | None = None,
    ) -> Run:
        """Run a review notebook for every mentorship; return how it went.

        A review that an earlier run made of the same template, parameters, records and
        version of mentorkit is left as it is. A run that was stopped, however that
        came, is gone on with by the next one.

        Parameters
        ----------
        period : str
            ``2026Q3``, ``2026-09`` or ``2026-07-01/2026-09-30``.
        only : sequence of str
            Handles; every mentorship that there was in the period when left out.
        audience : {"pair", "program", "public"}, optional
            Whom the reports are made for; the pair when left out, and the program team
            where a program is reviewed.
        template : str
            A notebook in ``notebooks/reviews``, or a path.
        out : str or pathlib.Path, optional
            The run's folder, or the URL of one (``s3://bucket/reviews``);
            ``reports/PERIOD`` in the workspace when left out. In it, what may be sent
            is in a folder for each audience, and executed notebooks are apart.
        as_of : str or datetime.date, optional
            The cut.
        parameters : mapping, optional
            Values for parameters of the template's own.
        force : bool
            Make those again that are unchanged.
        retry_failed : bool
            Make those again that failed, though nothing has changed since. What was
            lost, because a process was ended, is made again anyway.
        dry_run : bool
            Make none, but look which would be: ``missing`` of the result.
        workers : int, optional
            Processes; the number of cores when left out.
        dask : str, optional
            The address of a Dask scheduler, whose workers then run the reviews.
        seconds : int, optional
            How long a cell may take; 600 when left out.
        memory : int, optional
            How many MB a notebook's kernel may have; as many as there are when left
            out.
        formats : sequence of str
            What each is made as beside its page: ``pdf``, ``md`` (Markdown), ``txt``,
            ``csv`` (the tables behind it), ``mail`` (HTML to be sent as an e-mail).
            Where nothing else has changed, they are made of the executed notebooks
            that are there.
        watcher : Watcher, optional
            Told as each notebook begins and ends; a progress bar when left out.

        Returns
        -------
        Run
            ``run.frame()`` has a row for each review.

        Raises
        ------
        ReviewError
            The run cannot begin; nothing was changed.
        """
        from mentorkit.workspace.reviewing import Asked, review  # noqa: PLC0415 - heavy

        asked = Asked(
            only=only,
            audience=audience,
            template=template,
            out=out,
            as_of=as_of,
            parameters=parameters,
            force=force,
            retry_failed=retry_failed,
            dry_run=dry_run,
            workers=workers,
            dask=dask,
            seconds=seconds,
            memory=memory,
            formats=formats,
        )
        return review(self, period, asked, watcher)
