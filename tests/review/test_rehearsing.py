"""The review of invented people that the parent of kernels goes through once."""

import os
import subprocess
import sys

from mentorkit.review.forking import OF_ITS_OWN
from mentorkit.review.worker import ENVIRONMENT, REHEARSED, WARM


PROGRAM = f"""
import tempfile
from pathlib import Path
from mentorkit.review.zygote import warm
from mentorkit.workspace.rehearsing import rehearse

warm({(*WARM, REHEARSED)!r})
rehearse()
left = list(Path(tempfile.gettempdir()).iterdir())
held = [str(each.resolve()) for each in Path("/proc/self/fd").iterdir()]
print(len(list(Path("/proc/self/task").iterdir())), left, [h for h in held if ".db" in h])
"""


def test_a_rehearsal_starts_no_thread_and_leaves_no_file(tmp_path):
    told = {**os.environ, **OF_ITS_OWN, **ENVIRONMENT, "TMPDIR": str(tmp_path)}

    done = subprocess.run(
        [sys.executable, "-Xfrozen_modules=off", "-c", PROGRAM],
        env=told,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split("\n")[0] == "1 [] []"
