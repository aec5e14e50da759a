"""Frames as a workspace hands them out, made from records without a store."""

from __future__ import annotations

import pandas as pd
import pytest

from mentorkit.frames.tidy import column


HANDLED = ("mentorship_id", "owner_id", "person_id", "by_id", "author_id")


@pytest.fixture
def frame():
    """Return the function that makes a typed frame; handles are ids without prefix."""

    def frame_of(record, *rows):
        plain = [record(**row).model_dump(mode="json") for row in rows]
        columns = {}
        for field in record.fields():
            values = [row[field.name] for row in plain]
            columns[field.name] = column(field, values)
            if field.name in HANDLED:
                handles = [v.partition("-")[2] if v else None for v in values]
                columns[field.name.removesuffix("_id")] = pd.Series(
                    handles, dtype="str"
                )
        return pd.DataFrame(columns)

    return frame_of
