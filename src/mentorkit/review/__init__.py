"""Review runs: one notebook, many mentorships, each to an executed notebook and a page.

Plans and runs; it reads no rows: what to review is handed to it. Nothing is imported
here, since papermill loads the engine beside it whenever papermill starts.
"""
