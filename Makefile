# Every task of a person or CI is one command. A fresh machine only needs Python 3.11+ and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE := $(BIN)/python -m macros.browser.node node
NPM := $(BIN)/python -m macros.browser.node npm
PORT ?= 8000
SITE := site
PYTHONS ?= 3.11 3.12 3.13
# Silences Material's banner about its end of life, 2027-05-05. What a move to Zensical takes: .github/decisions/zensical.md.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build pythons offline hosted keep check check-python check-web check-data check-build test browsers pictures long-tests lighthouse links mutants lock clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

serve: node_modules/.runtime ## Serve the site at http://127.0.0.1:8000/ and rebuild it at every change; PORT=8001 takes another port
	$(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

build: node_modules/.runtime ## Write the site to site/
	$(BIN)/mkdocs build --strict --site-dir $(SITE)

pythons: ## Build the site under each version of Python in PYTHONS, and compare every byte
	@for version in $(PYTHONS); do \
	  $(MAKE) --no-print-directory build VENV=.cache/python$$version PYTHON=python$$version SITE=.cache/site-$$version || exit 1; \
	  diff --recursive --brief .cache/site-$(firstword $(PYTHONS)) .cache/site-$$version || exit 1; \
	done
	@echo 'The same bytes under Python $(PYTHONS)'

offline: build ## Write fax-status-codes-offline.zip: the site, for reading from a folder without a server
	$(BIN)/python -m macros.publish.offline site fax-status-codes-offline.zip

hosted: build ## Write the site for a server of your own: site/ with compressed files, rules/ for its settings in .github/hosting/
	$(BIN)/python -m macros.publish.hosted site rules data

keep: ## Add to site/ the scripts and styles of the release that is online, for pages that are open during a deploy
	$(BIN)/python -m macros.publish.released site

check: node_modules/.dev ## Run the linters, the type checks, the tests of the data and a strict build: seconds, after every change
	@$(MAKE) --jobs=2 --output-sync=target check-web check-python check-data check-build

check-python:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check-web:
	$(NODE) node_modules/typescript/bin/tsc --project . --incremental --tsBuildInfoFile .cache/tsc.json
	$(NODE) node_modules/eslint/bin/eslint.js --cache --cache-strategy content --cache-location .cache/eslint
	$(NODE) node_modules/prettier/bin/prettier.cjs --check --log-level warn --cache --cache-location .cache/prettier web tests/scripts *.js *.json
	$(NODE) node_modules/stylelint/bin/stylelint.mjs 'web/styles/*.css'

check-data:
	$(BIN)/pytest -q -p no:playwright -p no:xdist tests/data

check-build:
	$(BIN)/mkdocs build --strict --site-dir .cache/checked

test: check ## Run all linters and all tests, those in a browser included
	$(BIN)/python -m tests.support.browsers
	$(BIN)/python -m tests.support.tools
	$(BIN)/pytest -n auto tests/data tests/house tests/scripts --cov=macros --cov-report=term
	BUILT_SITE='$(BUILT_SITE)' $(BIN)/pytest -n auto --dist worksteal tests/browsers tests/repository tests/servers tests/site $(wildcard benchmarks)

browsers: node_modules/.dev ## Run the tests of other browsers, Firefox and WebKit, each beside the other
	$(BIN)/python -m tests.support.engines.finding
	BUILT_SITE='$(BUILT_SITE)' $(BIN)/pytest -n 2 --dist loadgroup -p no:playwright tests/engines

pictures: build node_modules/.dev ## Take pictures of pages in three engines, for a person to compare: test-results/pictures/index.html
	$(BIN)/python -m tests.support.engines.finding
	BUILT_SITE= $(BIN)/python -m tests.support.engines.pictures

long-tests: node_modules/.dev ## Test hostile input ten times as long, with new examples at each run
	LONG_TESTS=1 $(BIN)/pytest -n auto tests/house/test_hostile.py

lighthouse: node_modules/.dev ## Measure pages of site/ with Lighthouse; its reports go to test-results/lighthouse/
	$(BIN)/python -m tests.support.lighthouse

links: build node_modules/.dev ## Check the links to other sites (CI does so once a week)
	$(NODE) node_modules/linkinator/build/src/cli.js site --recurse --check-fragments \
	  --retry --retry-errors --timeout 30000 --verbosity error --skip '^https://[a-z.-]+[.]example/'

mutants: $(VENV)/.test ## Change macros/catalogue/ in small ways and see whether a test notices; takes about an hour
	$(BIN)/mutmut run
	$(BIN)/mutmut results

lock: $(VENV)/.test ## Take newer versions of everything that is pinned, within requirements/*.in and package.json
	for name in $(basename $(wildcard requirements/*.in benchmarks/*.in)); do $(BIN)/uv pip compile --quiet --upgrade --universal --no-strip-extras \
	  --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links $$name.in -o $$name.txt; done
	for folder in $(dir $(wildcard package.json */package.json)); do $(NPM) --prefix $$folder update --package-lock-only; done
	$(BIN)/python -m tests.support.locks

clean: ## Remove everything that was generated, the environment included
	rm -rf $(VENV) site rules .cache node_modules test-results mutants .coverage*

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

# What bundles the scripts. Node comes with the environment; install scripts of packages do not run.
node_modules/.runtime: package.json package-lock.json .npmrc $(VENV)/.runtime
	@[ node_modules/.dev -nt package-lock.json ] || $(NPM) ci --omit=dev
	@touch $@

# The linters and checkers as well.
node_modules/.dev: package.json package-lock.json .npmrc $(VENV)/.test
	$(NPM) ci
	@touch node_modules/.runtime $@

-include benchmarks/rules.mk
