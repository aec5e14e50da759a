"""``mentorkit feedback``: keeps what was said, and says where it lies to be given back."""

from click.testing import CliRunner

from answering import hand_in
from mentorkit.cli import main


def test_it_says_for_whom_where_and_who_still_waits(workspace, tmp_path):
    workspace.begin(mentee="Ben Okri")
    workspace.assign("reflection", to=["ada", "ben"], name="week-1")
    for learner in ("ada", "ben"):
        hand_in(workspace, "week-1", learner, {"happened": "It."}, tmp_path / "in")
    said = tmp_path / "said.csv"
    said.write_text("learner,prompt,comment\nada,happened,Good.\n", "utf-8")
    words = ["feedback", "week-1", "--from", str(said), "--out", str(tmp_path / "back")]

    done = CliRunner().invoke(main, [*words, "-w", str(workspace.folder)])

    assert done.exit_code == 0, done.output
    assert "✓ week-1: feedback for 1 learner." in done.output
    assert "Nothing was said yet to 1 who answered: ben." in done.output
    assert "mentorkit undo cs-" in done.output
    assert (tmp_path / "back" / "ada" / "week-1--feedback.html").exists()
