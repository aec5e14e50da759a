"""Charters and consents, from a story into the ledger."""

from __future__ import annotations

from collections import Counter

from mentorkit.demo.plan import CharterPlan, ConsentPlan
from mentorkit.demo.telling import Telling
from mentorkit.models import Charter, CharterSection, Consent


def tell_charters(telling: Telling) -> None:
    """Tell of each edition of the charter, clause by clause, in one sitting."""
    for plan in telling.story.charters:
        _tell_edition(telling, plan)


def _tell_edition(telling: Telling, plan: CharterPlan) -> None:
    moment = telling.when(plan.on, plan.by)
    seen: Counter[CharterSection] = Counter()
    for clause in plan.clauses:
        seen[clause.about] += 1
        record = Charter(
            charter_id=telling.ids.draw(Charter),
            mentorship_id=telling.mentorship_id,
            edition=plan.edition,
            section=clause.about,
            position=seen[clause.about],
            label=clause.label,
            text=clause.text,
            agreed_on=plan.on,
            visibility=plan.visibility,
        )
        telling.ledger.add(moment, plan.by, record)
        moment = telling.clock.soon(moment)


def tell_consents(telling: Telling) -> None:
    """Tell of what people allowed, and of what they allow no more."""
    for plan in telling.story.consents:
        _tell_consent(telling, plan)


def _tell_consent(telling: Telling, plan: ConsentPlan) -> None:
    consent = Consent(
        consent_id=telling.ids.draw(Consent),
        person_id=telling.person(plan.by),
        mentorship_id=telling.mentorship_id if plan.here else None,
        scope=plan.scope,
        granted=plan.granted,
        given_on=plan.on,
        expires_on=plan.until,
        note=plan.note,
    )
    when = telling.when(plan.on, plan.by)
    place = ("consents", telling.ledger.add(when, plan.by, consent))
    if plan.withdrawn:
        withdrawn = {"withdrawn_on": plan.withdrawn}
        when = telling.when(plan.withdrawn, plan.by)
        telling.ledger.revise(when, plan.by, place, withdrawn, plan.why)
