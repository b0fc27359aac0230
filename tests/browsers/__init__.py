"""The built site in a real browser, served under a sub-path."""
