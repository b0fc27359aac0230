"""What the data says, compared with lists kept apart from it. No browser, no build."""
