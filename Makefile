# Everything that a user or developer does; `make help` lists it.
PREFIX ?= /usr/local
DESTDIR ?=
BENCH ?= short
SWIFT ?= swift
RELEASE = $(SWIFT) build -c release -Xswiftc -cross-module-optimization
PROGRAM = .build/release/alongside

.PHONY: help setup build release demo test test-page lint format sanitize record gate quality bench install uninstall clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup: ## install the system libraries that are missing
	@scripts/setup

build: setup ## build for debugging
	$(SWIFT) build

release: setup ## build the program as it is installed
	$(RELEASE) --product alongside
	@ln -sfn "$(CURDIR)/rules" .build/release/rules

demo: release ## scan a shipped timeline for its organisation
	@scripts/demo $(PROGRAM)

test: setup lint ## run every check
	@scripts/setup python3
	$(SWIFT) build --build-tests
	@ln -sfn "$(CURDIR)/rules" .build/debug/rules
	$(SWIFT) test --skip-build
	@$(MAKE) --no-print-directory test-page

test-page: ## open review pages in headless Chromium and hold them to what they promise
	@scripts/setup chromium python3 python3-jsonschema python3-yaml
	@scripts/check-schema
	@scripts/check-pack-schema
	@scripts/test-page .build/debug/alongside

lint: ## check the form of the code
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

format: ## put the code into form
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

sanitize: setup ## run the tests under the thread and address sanitizers
	$(SWIFT) test --disable-xctest --sanitize=thread --scratch-path .build/thread
	$(SWIFT) test --disable-xctest --sanitize=address --scratch-path .build/address

record: setup ## write the goldens anew; always fails, so that a look follows
	ALONGSIDE_RECORD=1 $(SWIFT) test

gate: release ## hold the packs against harmless posts, a planted bad rule, and main
	@scripts/gate $(PROGRAM)

quality: release ## measure the packs on the corpora and write docs/quality.md
	@scripts/quality $(PROGRAM)

bench: release ## measure the speed of every stage; BENCH=full also measures how cost grows
	$(RELEASE) --product AlongsideBench
	BENCH=$(BENCH) .build/release/AlongsideBench

install: release ## put the program and its packs under PREFIX
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/alongside"
	install -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/alongside"
	rm -rf "$(DESTDIR)$(PREFIX)/share/alongside/rules"
	cp -R rules "$(DESTDIR)$(PREFIX)/share/alongside/rules"
	chmod -R u+rwX,go+rX "$(DESTDIR)$(PREFIX)/share/alongside"

uninstall: ## take them away
	rm -f "$(DESTDIR)$(PREFIX)/bin/alongside"
	rm -rf "$(DESTDIR)$(PREFIX)/share/alongside"

clean: ## remove what was built
	rm -rf .build
