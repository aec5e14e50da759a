"""A course of nbgrader's own, driven by its own commands in one process.

Run as a program this file is that process: a command a line comes in, an answer goes out.
"""

import json
import os
import subprocess
import sys
from pathlib import Path


CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "mentoring"
c.CourseDirectory.root = {course!r}
c.Exchange.root = {exchange!r}
c.NbGrader.logfile = {log!r}
"""


class Course:
    """A course folder, an exchange, and a home for each learner."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder = root, root / "course"
        self.exchange = root / "exchange"
        for folder in (self.folder, self.exchange, root / "jupyter"):
            folder.mkdir()
        self.exchange.chmod(0o777)
        places = {"course": self.folder, "exchange": self.exchange, "log": root / "log"}
        told = {name: str(place) for name, place in places.items()}
        (root / "jupyter" / "nbgrader_config.py").write_text(CONFIG.format(**told))
        # It runs the bare program "alembic".
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        own = {"HOME": str(root), "JUPYTER_CONFIG_DIR": str(root / "jupyter")}
        self.said = (root / "said").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-W", "ignore", __file__],
            env=os.environ | own | {"PATH": path},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.said,
            text=True,
        )

    def run(self, *words: str, learner: str = "") -> int:
        """Run a command of nbgrader's, as a learner in their home; return its code."""
        place = self.home(learner) if learner else self.folder
        return self._ask(str(place), words)

    def done(self, *words: str, learner: str = "") -> None:
        """Run a command that has to go well."""
        code = self.run(*words, learner=learner)
        assert code == 0, (words, self.told()[-3000:])

    def grades(self, assignment: str) -> dict:
        """Return for each learner each cell's auto score and whether a person grades it."""
        return self._ask(str(self.folder), ["grades", assignment])

    def remark(self, assignment: str, learner: str, cell: str, words: str) -> None:
        """Give a cell all its points and a comment, as the grader's page does."""
        self._ask(str(self.folder), ["remark", assignment, learner, cell, words])

    def home(self, learner: str) -> Path:
        place = self.root / "homes" / learner
        place.mkdir(parents=True, exist_ok=True)
        return place

    def told(self) -> str:
        """Return all that nbgrader said."""
        self.said.seek(0)
        return self.said.read()

    def end(self) -> None:
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()
        self.said.close()

    def _ask(self, place: str, words):
        self.process.stdin.write(json.dumps([place, *words]) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, self.told()[-3000:]
        return json.loads(line)


def _command(words):
    from nbgrader.apps import NbGraderApp  # noqa: PLC0415 - in its own process only

    try:
        NbGraderApp.launch_instance(words)
    except SystemExit as ended:
        return ended.code or 0
    finally:
        for command, _ in NbGraderApp.subcommands.values():
            command.clear_instance()
        NbGraderApp.clear_instance()
    return 0


def _gradebook():
    from nbgrader.api import Gradebook  # noqa: PLC0415

    return Gradebook(f"sqlite:///{Path('gradebook.db').absolute()}", "mentoring")


def _grades(assignment):
    with _gradebook() as book:
        return {
            each.student.id: {
                grade.name: [grade.auto_score, grade.needs_manual_grade]
                for notebook in each.notebooks
                for grade in notebook.grades
            }
            for each in book.assignment_submissions(assignment)
        }


def _remark(assignment, learner, cell, words):
    with _gradebook() as book:
        (notebook,) = book.find_submission(assignment, learner).notebooks
        grade = book.find_grade(cell, notebook.name, assignment, learner)
        grade.manual_score = grade.max_score
        comment = book.find_comment(cell, notebook.name, assignment, learner)
        comment.manual_comment = words
        book.db.commit()


def main():
    own = {"grades": _grades, "remark": _remark}
    replies, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        place, name, *words = json.loads(line)
        os.chdir(place)
        answer = own[name](*words) if name in own else _command([name, *words])
        print(json.dumps(answer), file=replies, flush=True)


if __name__ == "__main__":
    main()
