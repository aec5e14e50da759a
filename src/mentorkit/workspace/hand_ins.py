"""From what was read of a file to its rows, and back: ids are made of what they hold.

So the same file gives the same rows, whenever and in whatever order it is collected.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from mentorkit.assignments.collecting import key_of
from mentorkit.assignments.remarks import Noted, Weight
from mentorkit.assignments.submission import HandIn
from mentorkit.models import Receipt, ReceiptState, Submission


def receipt_of(hand_in: HandIn, person_id: str) -> Receipt:
    """Return the receipt of a file."""
    key = key_of(hand_in.fingerprint, hand_in.path, hand_in.received_at)
    odd = hand_in.weight is Weight.PERSON
    remarks = [each.data for each in hand_in.noted]
    return Receipt(
        receipt_id=f"{Receipt.prefix}-{key}",
        person_id=person_id,
        assignment=hand_in.assignment,
        template=hand_in.template,
        template_version=hand_in.version,
        fingerprint=hand_in.fingerprint,
        path=hand_in.path[-4000:],
        sender=hand_in.sender or None,
        received_at=hand_in.received_at,
        received_by=hand_in.received_by,
        late=hand_in.late,
        answered=hand_in.answered,
        asked=hand_in.asked,
        state=ReceiptState.PERSON if odd else ReceiptState.TAKEN,
        remarks=json.dumps(remarks, ensure_ascii=False) if remarks else None,
    )


def submissions_of(hand_in: HandIn, person_id: str) -> Iterator[Submission]:
    """Give a row for each value of each answer in a file."""
    for answer in hand_in.answers:
        place = (answer.prompt, answer.copy, answer.row, answer.part)
        said = repr((hand_in.assignment, person_id, hand_in.fingerprint, *place))
        digest = sha256(said.encode()).hexdigest()[:24]
        yield Submission(
            submission_id=f"{Submission.prefix}-{digest}",
            person_id=person_id,
            assignment=hand_in.assignment,
            template=hand_in.template,
            template_version=hand_in.version,
            fingerprint=hand_in.fingerprint,
            prompt=answer.prompt,
            kind=answer.kind,
            copy_number=answer.copy,
            row_number=answer.row,
            part=answer.part,
            value=answer.value,
            found_by=answer.via,
        )


def hand_in_of(receipt: Mapping[str, Any], learner: str) -> HandIn:
    """Return what a receipt tells of a file that was read before."""
    return HandIn(
        path=receipt["path"],
        fingerprint=receipt["fingerprint"],
        received_at=dt.datetime.fromisoformat(receipt["received_at"]),
        received_by=receipt["received_by"],
        sender=receipt["sender"] or "",
        assignment=receipt["assignment"],
        template=receipt["template"],
        version=receipt["template_version"],
        learner=learner,
        late=bool(receipt["late"]),
        answered=receipt["answered"],
        asked=receipt["asked"],
        noted=[Noted.of(each) for each in json.loads(receipt["remarks"] or "[]")],
        known=True,
        accepted=receipt["state"] == ReceiptState.ACCEPTED,
    )
