# Two commands do everything: `make report` runs the main job, `make test` proves the code.

SWIFT ?= swift
OUTPUT ?= build/report
BINARY := .build/release/realist
SOURCES := Package.swift $(shell find Sources -type f -not -name '*.md')
# Static, so that one file is the program; at a fixed address, which saves patching 89,000 pointers
# at every start (2 of 11 ms).
RELEASE := -c release --static-swift-stdlib -Xswiftc -Xclang-linker -Xswiftc -no-pie
PACKAGES := libsqlite3-dev libyaml-dev libedit-dev graphviz tzdata

.PHONY: report test build lint format setup check benchmark conformance proof proof-verdicts fuzz clean

## Load the study, test every theory, print the verdicts, write the figures.
report: $(BINARY)
	@$(BINARY) report --output $(OUTPUT)

## Everything the tests need, then the tests.
test: setup
	$(SWIFT) test

## The program, with everything but the system libraries inside it.
build: $(BINARY)

$(BINARY): $(SOURCES) | setup
	$(SWIFT) build $(RELEASE) --product realist
	@touch $(BINARY)

## Prove the study's locators against the documents: make check SOURCES_FOLDER=dir
check: $(BINARY)
	@$(BINARY) check $(if $(SOURCES_FOLDER),--sources $(SOURCES_FOLDER))

## The openCypher kit alone: OPENCYPHER_TCK=dir make conformance
conformance: setup
	$(SWIFT) test --filter ConformanceTests

## The long proofs: every rewrite of the kit, the kit through the protocol, 10,000 random graphs, a
## study of 10,000 configurations, 100,000 cases of every property of verdicts.
## OPENCYPHER_TCK=dir make proof
proof: setup proof-verdicts
	REWRITE_ALL=1 PROTOCOL_ALL=1 REFERENCE_CASES=10000 \
	  $(SWIFT) test --filter 'ConformanceTests|ReferenceTests'

## Of these, what concerns the theory tests.
proof-verdicts: setup
	PROPERTY_CASES=100000 LOWERING_CONFIGURATIONS=10000 \
	  $(SWIFT) test --filter 'PropertyTests|LoweringTests'

## Ten minutes of libFuzzer on lexer, parser and printer.
fuzz:
	Tests/Fuzzing/run 600

## Start-up gates and ratios to the sqlite3 command; every theory of a large study, tried every way.
benchmark: $(BINARY)
	@Benchmarks/run
	@Benchmarks/verdicts

lint:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

format:
	$(SWIFT) format -i -r Sources Tests Package.swift

## Installs what is missing, and says so.
setup:
	@missing=""; \
	for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
	    || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then run=""; else run="sudo"; fi; \
	  echo "Installing:$$missing"; \
	  $$run apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$run apt-get install -y -qq $$missing; \
	fi
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.2 or later is needed: see swift.org/install"; exit 1; }

clean:
	rm -rf .build build .realist
