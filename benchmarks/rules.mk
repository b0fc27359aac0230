# The commands of the benchmark, which ../Makefile includes.

PEERS := .cache/peers
# In memory, where that is possible: to create a file takes some disks longer than to make what it holds.
BUILT_IN := $(firstword $(wildcard /dev/shm) /tmp)

.PHONY: benchmark

benchmark: $(PEERS)/.made node_modules/.dev ## Build growing catalogues with this and with other tools, visit the sites, and write the results to benchmarks/
	TMPDIR=$(BUILT_IN) $(BIN)/python -m benchmarks --write
	TMPDIR=$(BUILT_IN) $(BIN)/python -m benchmarks.browser --write

# The tools that the benchmark compares with, in an environment of their own.
$(PEERS)/.made: benchmarks/peers.txt benchmarks/package-lock.json $(VENV)/.test
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r benchmarks/peers.txt
	cp benchmarks/package.json benchmarks/package-lock.json .npmrc $(PEERS)/
	$(NPM) --prefix $(PEERS) ci
	@touch $@
