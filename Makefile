# Every command of the project. What they do is in tools/ and in the README.
# The tools that set-up fetched come first, so that a shell needs no preparation.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)

.PHONY: help setup run build check test bench screenshots pin fmt lint clean
.DEFAULT_GOAL := help

help:
	@echo "make run          build, serve at http://127.0.0.1:8080/, rebuild on change"
	@echo "make build        write dist/, ready for any static host"
	@echo "make check        look for faults in the records of public/data"
	@echo "make test         every test, native and in Chromium"
	@echo "make bench        sizes against budgets.json, and timings"
	@echo "make screenshots  pictures of every kind of view (ONLY=pattern for some)"
	@echo "make fmt, lint    formatting and clippy, as CI has them"

setup:
	@tools/setup.sh

run:
	@node tools/serve.mjs

build:
	@tools/build.sh

check: setup
	@tools/qawlan.sh check public/data

test: setup
	@echo "test: the library, natively"
	@cargo test --offline
	@tools/build.sh
	@echo "test: what was published"
	@node --test --test-concurrency=2 --test-reporter=spec tests/published/*.test.mjs
	@tools/chromium.sh >/dev/null
	@tools/nginx.sh >/dev/null
	@echo "test: in Chromium, behind nginx"
	@node tools/test-browser.mjs

bench: build
	@status=0; for part in bench long-tasks latency bench-build; do \
	  node tools/$$part.mjs || status=1; echo; done; exit $$status

screenshots: build
	@node tools/screenshots.mjs $(if $(ONLY),--only '$(ONLY)')

# LANG is every shell's own: only the one typed here counts.
pin:
	@tools/pin.sh '$(if $(filter command,$(firstword $(origin LANG))),$(LANG))' '$(if $(EPISODE),episodes/$(EPISODE),events/$(EVENT))'

fmt: setup
	@cargo fmt --check

lint: setup
	@echo "lint: native"
	@cargo clippy --quiet --offline --all-targets -- -D warnings
	@echo "lint: wasm32"
	@cargo clippy --quiet --offline --lib --bin app --target wasm32-unknown-unknown -- -D warnings

clean:
	@rm -rf dist .work screenshots
	@cargo clean --quiet
