"""Copies of one notebook, each with one thing that stops nbgrader's autograde."""

import copy
import json


def cell_of(notebook, cell_id):
    return next(cell for cell in notebook["cells"] if cell.get("id") == cell_id)


def _again(notebook, cell_id):
    cell = cell_of(notebook, cell_id)
    again = copy.deepcopy(cell) | {"id": "pasted-one"}
    notebook["cells"].insert(notebook["cells"].index(cell), again)


def _marked(change):
    def made(notebook, answer):
        change(cell_of(notebook, answer)["metadata"]["nbgrader"])

    return made


def _set(name, value):
    def made(notebook, answer):
        cell_of(notebook, answer)["metadata"]["nbgrader"][name] = value

    return made


def _dropped(name):
    return _marked(lambda mark: mark.pop(name))


CHANGES = {
    "answer pasted": _again,
    "question pasted": lambda n, a: _again(n, f"{a}-question"),
    "mark emptied": _marked(dict.clear),
    "mark null": lambda n, a: cell_of(n, a)["metadata"].update(nbgrader=None),
    "mark a list": lambda n, a: cell_of(n, a)["metadata"].update(nbgrader=[1]),
    "version 1": _set("schema_version", 1),
    "version 4": _set("schema_version", 4),
    "version as text": _set("schema_version", "3"),
    "no version": _dropped("schema_version"),
    "a key of its own": _set("mine", 1),
    "no grade id": _dropped("grade_id"),
    "grade id a number": _set("grade_id", 7),
    "no points": _dropped("points"),
    "points as text": _set("points", "0"),
    "not graded any more": _set("grade", False),
    "another cell type": _set("cell_type", "text"),
    "cell null": lambda n, _: n["cells"].append(None),
    "cell a text": lambda n, _: n["cells"].append("Typed."),
    "source a number": lambda n, _: n["cells"][0].update(source=5),
    "cell without metadata": lambda n, _: n["cells"][0].pop("metadata"),
    "cell without type": lambda n, _: n["cells"][0].pop("cell_type"),
    "id with a blank": lambda n, _: n["cells"][0].update(id="a b"),
    "no minor version": lambda n, _: n.pop("nbformat_minor"),
    "no metadata": lambda n, _: n.pop("metadata"),
    "half a sign": lambda n, _: n["cells"].append(
        {"cell_type": "raw", "id": "half", "metadata": {}, "source": "\ud83d"}
    ),
}


def stopping(notebook, answer):
    """Give each copy's name and bytes; ``answer`` is the id of an answer's cell."""
    for name, change in CHANGES.items():
        changed = copy.deepcopy(notebook)
        change(changed, answer)
        yield name, json.dumps(changed).encode()
    yield "a mark before the text", b"\xef\xbb\xbf" + json.dumps(notebook).encode()
