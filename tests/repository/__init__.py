"""What stands around the code: workflows, locks, the worked examples of CONTRIBUTING."""
