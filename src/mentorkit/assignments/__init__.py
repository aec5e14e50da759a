"""Templates that go out to people, and answers that come back from them.

What comes back is read as untrusted bytes: never run, never shown as HTML. What it says
goes to the workspace as records, which saves them.
"""

from __future__ import annotations
