"""An interrupt comes when it is asked for, and not in the midst of something."""

import os
import signal
import threading

import pytest

from mentorkit.review.interrupting import Interrupts


def interrupt():
    os.kill(os.getpid(), signal.SIGINT)


def test_it_is_raised_once_where_it_is_asked_for_and_then_as_before():
    before = signal.getsignal(signal.SIGINT)
    with Interrupts() as interrupts:
        interrupts.raised()
        interrupt()
        noted = True
        with pytest.raises(KeyboardInterrupt):
            interrupts.raised()
        interrupts.raised()
        interrupt()
        interrupt()
        with pytest.raises(KeyboardInterrupt):
            interrupts.raised()

    assert noted
    assert signal.getsignal(signal.SIGINT) is before


def test_in_another_thread_nothing_is_changed():
    before, seen = signal.getsignal(signal.SIGINT), []

    def look():
        with Interrupts() as interrupts:
            interrupts.raised()
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()

    assert seen == [before]
