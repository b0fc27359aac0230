"""The built site, read from its files."""
