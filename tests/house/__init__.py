"""How things work, whatever the data says: on a made-up catalogue."""
