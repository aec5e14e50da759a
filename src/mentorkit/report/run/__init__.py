"""The pages of a run of reviews: its index, lists, search, and one sheet for the lead.

All are made from the manifest alone. A short run is one page; a long one goes on on
pages of plain HTML, by name, never by how far anybody has come.
"""
