"""What rows are read as: the same plain values from a file and from a server."""

import datetime as dt

import mentorkit as mk


def test_days_and_moments_are_read_as_text_to_the_microsecond_and_the_early_year(store):
    zone = dt.timezone(dt.timedelta(hours=5, minutes=30))
    moments = (
        dt.datetime(2026, 3, 1, 1, 15, 0, 7, tzinfo=zone),
        dt.datetime(2026, 12, 31, 23, 59, 59, 999999, tzinfo=dt.UTC),
        dt.datetime(987, 6, 5, 4, 3, 2, tzinfo=dt.UTC),
    )
    store.add(
        [
            mk.Session(mentorship_id="ada-grace", starts_at=at, session_id=f"s-{n}")
            for n, at in enumerate(moments)
        ],
        "grace",
    )
    goal = mk.Goal(
        mentorship_id="ada-grace",
        title="Read",
        set_on="0987-06-05",
        due_on="9999-12-31",
    )
    store.add([goal, mk.Goal(mentorship_id="ada-grace", title="Write")], "ada")

    sessions, goals = store.rows("sessions").columns, store.rows("goals").columns

    read = dict(zip(sessions["session_id"], sessions["starts_at"], strict=True))
    assert read == {
        "s-0": "2026-02-28T19:45:00.000007Z",
        "s-1": "2026-12-31T23:59:59.999999Z",
        "s-2": "0987-06-05T04:03:02.000000Z",
    }
    assert set(zip(goals["title"], goals["set_on"], goals["due_on"], strict=True)) == {
        ("Read", "0987-06-05", "9999-12-31"),
        ("Write", "2026-09-01", None),
    }


def test_a_name_stands_first_for_an_id_then_for_a_handle_then_for_an_address(store):
    store.add(
        [
            mk.Person(
                person_id="p-1", handle="both", name="Lin", email="a@example.org"
            ),
            mk.Person(person_id="both", handle="p-2", name="Bo", email="b@example.org"),
        ],
        "grace",
    )

    found = {
        name: store.find_id("people", name)
        for name in ("both", "p-1", "p-2", "a@example.org", "b@example.org")
    }

    assert found == {
        "both": "both",
        "p-1": "p-1",
        "p-2": "both",
        "a@example.org": "p-1",
        "b@example.org": "both",
    }
