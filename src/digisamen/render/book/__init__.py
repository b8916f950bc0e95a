"""The book of an edition: pages for people who read the norm. `book.py` lists them; each page is a sheet."""
