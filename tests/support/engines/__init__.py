"""The browsers beside Chromium: the machine's Firefox and WebKit, both driven through one small interface (engine.py, page.py)."""
