"""What stands around the code: workflows, locks, the benchmark, the worked example of CONTRIBUTING."""
