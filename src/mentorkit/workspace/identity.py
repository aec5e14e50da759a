"""Who works in a workspace, and when: the signer, the reader's self, today."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mentorkit.errors import (
    MentorkitError,
    NotAllowed,
    NotFound,
    WorkspaceError,
    did_you_mean,
)
from mentorkit.frames import Frames
from mentorkit.i18n import ENGLISH, known_language
from mentorkit.models import Person
from mentorkit.privacy import AUDIENCES
from mentorkit.store import Store
from mentorkit.workspace import surroundings
from mentorkit.workspace.settings import Settings


class Identity:
    """The part of a workspace that knows its store, its user and its day."""

    def __init__(
        self,
        settings: Settings,
        *,
        as_: str | None = None,
        today: dt.date | None = None,
        audience: str | None = None,
        language: str | None = None,
    ) -> None:
        self.settings = settings
        self.folder = settings.folder
        self.user = surroundings.who(settings, as_)
        self.audience = known_audience(audience)
        self._today = today or settings.today
        self.store = Store(
            settings.database,
            now=self.now if self._today else None,
            today=lambda: self.today,
            keys=settings.keys,
        )
        self._frames = Frames(self.store)
        if as_ is not None:
            self.store.find_id("people", as_)
        if login := self.store.signed_in():
            self.user = self._by_login(login, as_)
        asked = surroundings.asked_language(settings, language)
        self.language = asked or self._own_language()

    def _by_login(self, login: str, as_: str | None) -> str:
        """Return the handle of whoever a server knows this to be."""
        known, _ = self.store.get("people", login)
        handle: str = known.handle  # type: ignore[attr-defined]
        if as_ is not None and self.store.find_id("people", as_) != login:
            raise NotAllowed(
                f"On {self.store.name} you are who you log in as, which is {handle}:"
                f" you cannot work as {as_} there."
            )
        return handle

    @property
    def person(self) -> Person | None:
        """Return the person who is signed in, if the workspace knows them."""
        try:
            found, _ = self.store.get("people", self.user)
        except NotFound:
            return None
        return found if isinstance(found, Person) else None

    @property
    def language(self) -> str:
        """What forms and reports are told in: a language's tag, such as es or ar-EG."""
        return self._language

    @language.setter
    def language(self, tag: str) -> None:
        self._language = known_language(tag)
        self.store.speak(self._language)

    def _own_language(self) -> str:
        """Return the language of whoever is signed in, if there are words in it."""
        person = self.person
        try:
            return known_language(person.language if person else ENGLISH)
        except MentorkitError:
            return ENGLISH

    @property
    def timezone(self) -> str:
        """The time zone that days are told in: the first program's."""
        programs = self.store.rows("programs")
        return min((str(row["timezone"]) for row in programs), default="UTC")

    @property
    def today(self) -> dt.date:
        """Today, in the program's time zone."""
        if self._today is not None:
            return self._today
        return dt.datetime.now(ZoneInfo(self.timezone)).date()

    def now(self) -> dt.datetime:
        """Return the moment that changes are signed with."""
        if self._today is None:
            return self.store.now()
        return surroundings.moment(self.timezone, self._today)


def known_audience(audience: str | None) -> str | None:
    """Return an audience, or say which there are."""
    if audience is None or audience in AUDIENCES:
        return audience
    raise MentorkitError(
        f"There is no audience '{audience}'.{did_you_mean(audience, AUDIENCES)}"
        f" Reports are made for: {', '.join(AUDIENCES)}."
    )


def known_timezone(name: str) -> str:
    """Return a time zone's name, or say what one looks like."""
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError):
        raise WorkspaceError(
            f"There is no time zone '{name}'. Use an IANA name, such as Europe/London."
        ) from None


def as_day(day: str | dt.date | None) -> dt.date | None:
    """Return a day given as a date or as text."""
    if day is None or isinstance(day, dt.date):
        return day
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        raise MentorkitError(
            f"'{day}' is not a day. Use year-month-day, such as 2026-09-30."
        ) from None


def as_moment(text: str) -> dt.datetime:
    """Return a moment given as text with its time zone."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise MentorkitError(
            f"'{text}' is not a moment. Use a day such as 2026-09-30, or a day and time"
            " with a zone such as 2026-09-30T18:00+00:00."
        )
    return moment
