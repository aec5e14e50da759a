"""Kernels that are forked: as papermill's own, apart from each other, none left behind."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing, nullcontext
from importlib.metadata import EntryPoint
from pathlib import Path

import nbformat
import papermill
import pytest
from papermill.exceptions import PapermillExecutionError

from mentorkit.review import kernels
from mentorkit.review.engine import NAME, ForkEngine
from mentorkit.review.forking import MEMORY, CannotFork, WarmParent, can_fork


pytestmark = pytest.mark.slow

SHAPES = """
import sys; print("out"); print("err", file=sys.stderr)
import os, time; _ = os.system("echo from a shell"); time.sleep(1)
---
from IPython.display import HTML, display
shown = display(HTML("<b>bold</b>"), display_id="first")
---
shown.update(HTML("<i>changed later</i>"))
---
import asyncio; await asyncio.sleep(0.01); [number, "é"]
---
input("Your name? ")
---
import ipywidgets; ipywidgets.IntSlider(3, description="of a widget")
---
%time sum(range(10))
---
raise KeyError("the last")
"""


def notebook(path, code):
    """Write a notebook; cells are parted by lines of dashes."""
    cells = [
        nbformat.v4.new_code_cell("number = 0", metadata={"tags": ["parameters"]}),
        *(nbformat.v4.new_code_cell(each.strip()) for each in code.split("---\n")),
    ]
    for position, cell in enumerate(cells):
        cell["id"] = f"cell-{position}"
        cell.metadata.setdefault("tags", []).append("raises-exception")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(made, path)
    return path


@pytest.fixture
def execute(engine, tmp_path, monkeypatch):
    """Return a function that runs code as a notebook and returns what came of it."""

    def run(code, name=engine, *, fails=False, **asked):
        # Under pytest ipykernel does not show what a notebook's children print.
        monkeypatch.delenv("PYTEST_CURRENT_TEST", raising=False)
        options = {"cwd": str(tmp_path), "progress_bar": False} | asked
        source = notebook(tmp_path / "source.ipynb", code)
        output = tmp_path / "output.ipynb"
        parameters = {"number": 5}
        failure = pytest.raises(PapermillExecutionError) if fails else nullcontext()
        with failure:
            papermill.execute_notebook(
                source, output, parameters, engine_name=name, **options
            )
        return nbformat.read(output, as_version=4)

    return run


def printed(executed):
    """Return what the last cell printed."""
    return "".join(each.get("text", "") for each in executed.cells[-1].outputs)


SHELL = "from a shell\n"


def without_shell(outputs):
    """Return outputs without a shell's words, which may come as late as the next cell."""
    streams = {}
    kept = []
    for output in outputs:
        if output.output_type == "stream":
            streams.setdefault(output.name, output)
            if streams[output.name] is not output:
                streams[output.name].text += output.text
                continue
        kept.append(output)
    for output in streams.values():
        output.text = output.text.replace(SHELL, "")
    return [each for each in kept if each.get("text") != ""]


def comparable(executed):
    """Return cells without what differs from run to run."""
    text = []
    for position, cell in enumerate(executed.cells):
        cell["id"] = f"cell-{position}"
        for stamp in ("start_time", "end_time", "duration"):
            cell.metadata.get("papermill", {}).pop(stamp, None)
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
        if "%time" in cell.source:
            cell.outputs = [cell.outputs[-1]]
        if cell.cell_type == "code":
            cell.outputs = without_shell(cell.outputs)
        text.append(nbformat.v4.writes(nbformat.v4.new_notebook(cells=[cell])))
    return text


def gone(pid, seconds=10):
    """Return whether a process ends in time; one that nobody reaped counts as ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2]
        except OSError:
            return True
        if state.split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_a_notebook_gives_the_same_cells_as_with_papermills_own_engine(execute):
    forked, stock = execute(SHAPES, fails=True), execute(SHAPES, "nbclient", fails=True)

    assert "from a shell\\n" in nbformat.writes(forked)
    assert comparable(forked) == comparable(stock)
    assert forked.metadata.language_info == stock.metadata.language_info
    assert forked.cells[-1].outputs[0].ename == "KeyError"


SPOILS = """
import builtins, os, random, sys, numpy, pandas
os.environ["SPOILED"] = builtins.spoiled = "yes"
sys.path.append("/spoiled"); pandas.set_option("display.max_rows", 7)
pandas.DataFrame.spoiled = True
os.umask(0o077); os.chdir("/")
import signal; signal.signal(signal.SIGUSR1, signal.SIG_IGN); signal.alarm(60)
print(random.random(), numpy.random.random())
"""
LOOKS = """
import builtins, os, random, sys, numpy, pandas
found = [os.environ.get("SPOILED"), getattr(builtins, "spoiled", None)]
found += ["/spoiled" in sys.path, pandas.get_option("display.max_rows")]
found += [hasattr(pandas.DataFrame, "spoiled"), os.umask(0o022), os.getcwd()]
import signal; found += [signal.getsignal(signal.SIGUSR1), signal.alarm(0)]
same = [None, None, False, 60, False, 0o022, HERE, signal.SIG_DFL, 0]
print(found == same or found)
print(os.getpgid(0) == os.getpid(), os.environ["HELLO"], number)
print(sys.argv[0].endswith("ipykernel_launcher.py"), "zygote" in sys.argv[0])
print(random.random(), numpy.random.random())
"""


@pytest.mark.parametrize("name", [NAME, "nbclient"])
def test_nothing_of_one_notebook_is_met_by_the_next(
    execute, tmp_path, monkeypatch, name
):
    monkeypatch.setenv("HELLO", "set after the warm parent began")

    first = printed(execute(SPOILS, name))
    code = LOOKS.replace("HERE", repr(str(tmp_path)))
    second, third = (printed(execute(code, name)).splitlines() for _ in range(2))

    assert second[0] == "True"
    assert second[1] == "True set after the warm parent began 5"
    assert second[2] == "True False"
    assert len({*first.split(), *second[-1].split(), *third[-1].split()}) == 6


def test_a_kernel_ends_in_order(execute, tmp_path):
    execute(
        "import atexit, pathlib\n"
        'left_open = open("open.txt", "w"); left_open.write("kept")\n'
        'atexit.register(pathlib.Path("ended.txt").write_text, "in order")'
    )

    assert (tmp_path / "ended.txt").read_text() == "in order"
    assert (tmp_path / "open.txt").read_text() == "kept"


BEGINS = """
import os, subprocess
from ipykernel.connect import get_connection_file
helper = subprocess.Popen(["sleep", "300"]).pid
os.system("setsid sleep 301 & echo $! > orphan")
orphan = int(open("orphan").read())
folder = os.path.dirname(get_connection_file())
print(folder, os.getpid(), helper, orphan, file=open("left", "w"), flush=True)
"""
HANGS = """
import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)
while True: pass
"""


@pytest.mark.parametrize(
    ("deadly", "error"),
    [
        ("os._exit(3)", "DeadKernelError"),
        ("os.kill(os.getpid(), 11)", "DeadKernelError"),
        ("os.kill(os.getppid(), 9); import time; time.sleep(60)", "DeadKernelError"),
        (HANGS, "CellTimeoutError"),
    ],
    ids=["exits", "crashes", "its parent is killed", "hangs"],
)
def test_a_kernel_that_dies_or_hangs_is_told_in_the_notebook_and_leaves_nothing(
    execute, tmp_path, deadly, error
):
    code = "---\n".join([BEGINS, f"{deadly}\n", "number"])

    executed = execute(code, fails=True, execution_timeout=3)

    assert executed.cells[-2].outputs[-1].ename == error
    status = [cell.metadata.papermill.status for cell in executed.cells[-2:]]
    assert status == ["failed", "pending"]
    assert executed.metadata.papermill.exception
    assert "papermill-error-cell-tag" in executed.cells[0].metadata.tags
    folder, *processes, orphan = (tmp_path / "left").read_text().split()
    if "getppid" in deadly:  # nobody is left who knows of what left its group
        os.kill(int(orphan), signal.SIGKILL)
    assert all(map(gone, [*processes, orphan]))
    assert not Path(folder).exists()
    assert printed(execute("print(number)")) == "5\n"


BOMB = """
import os, time
for _ in range(10):
    os.fork()
time.sleep(300)
"""
FLOOD = """
import sys
for _ in range(200):
    print("x" * 50_000)
"""


def test_a_notebook_that_starts_processes_without_end_is_ended(execute, tmp_path):
    executed = execute(f"{BEGINS}\n{BOMB}", fails=True, execution_timeout=60)

    assert executed.cells[-1].outputs[-1].ename == "DeadKernelError"
    _, *processes = (tmp_path / "left").read_text().split()
    assert all(map(gone, processes))
    assert printed(execute("print(number)")) == "5\n"


def test_a_flood_of_output_is_kept_whole_and_harms_no_neighbour(execute):
    assert len(printed(execute(FLOOD))) == 200 * 50_001

    assert printed(execute("print(number)")) == "5\n"


def test_a_notebook_has_no_more_memory_than_it_may(execute, monkeypatch):
    monkeypatch.setenv(MEMORY, "200")
    code = "bytearray(100 * 2**20)\nprint(number)\nbytearray(300 * 2**20)"

    executed = execute(code, fails=True)

    assert [each.get("ename") for each in executed.cells[-1].outputs] == [
        *(None, "MemoryError")
    ]


def test_killing_a_run_leaves_no_process_and_no_folder_behind(demo, template, tmp_path):
    code = f"""
import os, json, subprocess, time
helper = subprocess.Popen(["sleep", "300"]).pid
connection = __import__("ipykernel.connect", fromlist="x").get_connection_file()
parent = int(open(f"/proc/{{os.getppid()}}/stat").read().rpartition(")")[2].split()[1])
found = [os.path.dirname(connection), os.getpid(), os.getppid(), parent, helper]
open({str(tmp_path / "found")!r}, "w").write(json.dumps(found) + "\\n")
time.sleep(300)
"""
    command = [sys.executable, "-m", "mentorkit", "review", "2026Q3", "--workers", "1"]
    process = subprocess.Popen(
        [*command, "-w", str(demo.folder), "--template", template(code)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    told = tmp_path / "found"
    while not (told.exists() and told.read_text().endswith("\n")):
        assert process.poll() is None
        time.sleep(0.1)
    folder, *processes = json.loads(told.read_text())

    process.send_signal(signal.SIGKILL)
    process.wait()

    assert [pid for pid in processes if not gone(pid)] == []
    assert not Path(folder).exists()


def test_a_kernel_that_cannot_be_forked_is_an_ordinary_one(execute, monkeypatch):
    def refuse(*_):
        raise CannotFork("Not today.")

    monkeypatch.setattr(WarmParent, "fork", refuse)

    executed = execute("import os; print(number, os.getppid())")

    assert printed(executed) == f"5 {os.getpid()}\n"


@pytest.mark.parametrize(
    "argv",
    [
        ["/usr/bin/python", "-m", "ipykernel_launcher", "-f", "x"],
        ["python", "-m", "bash_kernel", "-f", "x"],
        ["python", "-X", "utf8", "-m", "ipykernel_launcher", "-f", "x"],
        [],
    ],
)
def test_only_kernels_of_this_very_python_are_forked(argv):
    assert not can_fork(argv)


def test_elsewhere_than_on_linux_kernels_are_ordinary(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")

    assert not kernels.ForkKernelManager(kernel_name="python3").forks()


def test_a_parent_with_threads_or_another_python_forks_nothing(tmp_path, monkeypatch):
    (tmp_path / "threaded.py").write_text(
        "import threading, time\n"
        "threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    asked = (["-f", "x"], dict(os.environ), str(tmp_path), "")

    with closing(WarmParent(["threaded"])) as parent:
        with pytest.raises(CannotFork, match="threads"):
            parent.fork(*asked)
        monkeypatch.setenv("PYTHONHASHSEED", "7")
        with pytest.raises(CannotFork, match="another Python"):
            parent.fork(asked[0], dict(os.environ), *asked[2:])


def test_papermill_finds_the_engine_by_its_name():
    text = Path("pyproject.toml").read_text("utf-8")
    declared = text.split('[project.entry-points."papermill.engine"]\n')[1]
    name, value = declared.splitlines()[0].split(" = ")

    found = EntryPoint(name, value.strip('"'), "papermill.engine").load()

    assert (name, found) == (NAME, ForkEngine)
