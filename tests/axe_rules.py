"""What axe-core is asked about a page, and what it finds."""

from axe_playwright_python.sync_playwright import Axe


TAGS = (
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
)


def violations(page, within=None, rules=TAGS):
    """Return the rules that a page breaks, or a part of it, and where."""
    options = {"resultTypes": ["violations"], "runOnly": [*rules]}
    found = Axe().run(page, context=within, options=options).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]
