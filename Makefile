# Everything a person or CI does here, each as one command. On a fresh machine only Python 3.11+ and make are needed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
PEERS := .cache/peers
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build offline test lighthouse links mutants benchmark lock clean

help: ## What can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

serve: $(VENV)/.runtime ## Serve the site at http://127.0.0.1:8000/ and build it again at every change
	$(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

build: $(VENV)/.runtime ## Write the site to site/
	$(BIN)/mkdocs build --strict

offline: build ## Write fax-status-codes-offline.zip: the site for reading from a folder, without a server
	$(BIN)/python -m macros.publish.offline site fax-status-codes-offline.zip

test: $(VENV)/.test node_modules/.made ## Pass all linters and all tests, those in a browser included
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.support.browsers
	$(BIN)/python -m tests.support.tools
	BUILT_SITE='$(BUILT_SITE)' $(BIN)/pytest -n auto --cov --cov-report=term

lighthouse: $(VENV)/.test node_modules/.made ## Measure pages of site/ with Lighthouse; its reports go to test-results/lighthouse/
	$(BIN)/python -m tests.support.lighthouse

links: build node_modules/.made ## Ask every other site that is linked to (CI does so once a week)
	$(BIN)/python -m macros.browser.node node node_modules/linkinator/build/src/cli.js site --recurse --check-fragments \
	  --retry --retry-errors --timeout 30000 --verbosity error --skip '^https://[a-z.-]+[.]example/'

mutants: $(VENV)/.test ## Change macros/model.py in small ways and see whether the tests tell; takes about an hour
	$(BIN)/mutmut run
	$(BIN)/mutmut results

benchmark: $(PEERS)/.made node_modules/.made ## Build growing catalogues with this and with other tools, and write what it took to benchmarks/results.json
	$(BIN)/python -m benchmarks --write

lock: $(VENV)/.test ## Write the locked requirements anew from requirements/*.in
	for name in requirements/runtime requirements/test benchmarks/peers; do $(BIN)/uv pip compile --quiet --upgrade --universal \
	  --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links $$name.in -o $$name.txt; done
	$(BIN)/python -m tests.support.locks

clean: ## Remove everything that was made, the environment included
	rm -rf $(VENV) site .cache node_modules test-results mutants .coverage*

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed: make PYTHON=python3.11 …'; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: requirements/runtime.txt $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

# The checkers that npm has. Node comes with the environment, so that no other one is needed; no script of a package runs.
node_modules/.made: package.json package-lock.json .npmrc $(VENV)/.test
	$(BIN)/python -m macros.browser.node npm ci
	@touch $@

# The tools that the benchmark compares with, apart from everything that the site or its tests need.
$(PEERS)/.made: benchmarks/peers.txt benchmarks/package-lock.json $(VENV)/.test
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r benchmarks/peers.txt
	cp benchmarks/package.json benchmarks/package-lock.json .npmrc $(PEERS)/
	$(BIN)/python -m macros.browser.node npm --prefix $(PEERS) ci
	@touch $@
