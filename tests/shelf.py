"""A place where forms keep rows, in memory: checked, versioned, undone as in a store."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

from mentorkit.errors import Conflict
from mentorkit.forms import Saved, TakenBack


class Shelf:
    """Keeps rows in memory as a store does: checked, versioned, with a log."""

    def __init__(self):
        self.rows = {}
        self.versions = {}
        self.log = []
        self.before = {}
        self.submissions = []

    def save(self, submission):
        self.submissions.append(submission)
        record, row_id = submission.record, submission.id
        newer = [
            line
            for line in self.log
            if line["id"] == row_id and line["version"] > (submission.base_version or 1)
        ]
        if newer:
            raise Conflict("Somebody was faster.", changed=newer)
        before = self.rows.get(row_id, {})
        if submission.is_new and before:
            return replace(self.put(record(**before)), version=1, repeated=True)
        kept = record(**{**before, record.key(): row_id, **submission.values})
        return self.put(kept, why=submission.why, by="p-grace")

    def put(self, kept, *, why="", by="p-ada"):
        before, after = self.rows.get(kept.id, {}), kept.model_dump()
        version = self.versions.get(kept.id, 0) + 1
        for name in before:
            if before[name] != after[name]:
                self.log.append(
                    {
                        "id": kept.id,
                        "field": name,
                        "before": plain(before[name]),
                        "after": plain(after[name]),
                        "by": by,
                        "at": dt.datetime(2026, 9, 1, 9, 30, tzinfo=dt.UTC),
                        "why": why,
                        "version": version,
                    }
                )
        if after != before:
            self.rows[kept.id], self.versions[kept.id] = after, version
            self.before[f"cs-{len(self.before)}"] = (type(kept), before)
        return Saved(
            kept.id, version, values=after, change_set=f"cs-{len(self.before) - 1}"
        )

    def undo(self, row_id, change_set):
        record, before = self.before[change_set]
        after = self.rows.pop(row_id, {})
        name = f"cs-{len(self.before)}"
        if before:
            return TakenBack(name, self.put(record(**before)))
        self.before[name] = (record, after)
        return TakenBack(name, None)


def plain(value):
    """Return a value as a log keeps it."""
    return json.loads(json.dumps(value, default=str))
