"""Needs nginx and Apache: the settings of .github/hosting/, each tried on the server that they are for."""
