"""Each file of this folder holds one kind of promise."""
