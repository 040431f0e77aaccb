# Two commands do everything: `make report` runs the main job, `make test` proves the code.

SWIFT ?= swift
OUTPUT ?= build/report
BINARY := .build/release/realist
SOURCES := Package.swift $(shell find Sources -type f -not -name '*.md')
# Static, so that one file is the program; at a fixed address, which saves patching 89,000 pointers
# at every start (2 of 11 ms).
RELEASE := -c release --static-swift-stdlib -Xswiftc -Xclang-linker -Xswiftc -no-pie
# The long proofs run optimised, in a build of their own: minutes instead of an hour.
PROOF := -c release -Xswiftc -enable-testing --scratch-path .build/proof
LIBRARIES := SystemFiles Diagnostics PropertyGraph GraphQuery GraphStore RealistEvaluation StudyFiles StudySession \
  Interchange Reports Shell
DOCC ?= $(or $(shell command -v docc),$(dir $(shell readlink -f "$$(command -v $(SWIFT))"))docc)
PACKAGES := libsqlite3-dev libyaml-dev libedit-dev graphviz tzdata

.PHONY: report test build docs lint format setup check benchmark instructions conformance proof proof-verdicts \
  fuzz clean

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

## The long proofs: every rewrite of the kit, the kit through the protocol and through the matrix
## (however the graph stands: base, changes over it, in a file; with and without the planner's
## rules), 10,000 random graphs, 1,000 statements cancelled at any moment, the account of memory
## against the process's growth, a study of 10,000 configurations, 100,000 cases of every property
## of verdicts.
## OPENCYPHER_TCK=dir make proof
proof: setup proof-verdicts
	REWRITE_ALL=1 PROTOCOL_ALL=1 MATRIX_ALL=1 REFERENCE_CASES=10000 CANCELS=1000 \
	  MEMORY_ACCOUNT=64 \
	  $(SWIFT) test $(PROOF) --filter 'ConformanceTests|ReferenceTests|RandomCancelTests'

## Of these, what concerns the theory tests.
proof-verdicts: setup
	PROPERTY_CASES=100000 LOWERING_CONFIGURATIONS=10000 \
	  $(SWIFT) test $(PROOF) --filter 'PropertyTests|LoweringTests'

## Ten minutes of libFuzzer on lexer, parser and printer.
fuzz:
	Tests/Fuzzing/run 600

## Pages on the libraries, for those who build on them: build/docs/libraries, made by the DocC of the
## toolchain from the comments and each room's README. Needs no plugin, so no build pays for it.
docs: setup
	$(SWIFT) package dump-symbol-graph --minimum-access-level public --skip-synthesized-members
	@rm -rf build/docs && mkdir -p build/docs/parts
	@for room in $(LIBRARIES); do \
	  part=build/docs/parts/$$room; mkdir -p $$part.docc $$part.symbols; \
	  cp .build/debug/../symbolgraph/$$room.symbols.json $$part.symbols/ || exit 1; \
	  cp .build/debug/../symbolgraph/$$room@*.symbols.json $$part.symbols/ 2>/dev/null; \
	  { echo "# \`\`$$room\`\`"; sed 1d Sources/$$room/README.md; } > $$part.docc/$$room.md; \
	  $(DOCC) convert $$part.docc --additional-symbol-graph-dir $$part.symbols \
	    --fallback-display-name $$room --fallback-bundle-identifier realist.$$room \
	    --output-path $$part.doccarchive > $$part.log 2>&1 || { cat $$part.log; exit 1; }; \
	done
	@$(DOCC) merge build/docs/parts/*.doccarchive --synthesized-landing-page-name realist \
	  --output-path build/docs/libraries
	@rm -rf build/docs/parts
	@echo 'build/docs/libraries: to read it, cd there, python3 -m http.server, and open /documentation'

## Start-up gates, every theory of a large study tried every way, then W1 to W10 beside SQLite
## (Benchmarks/README.md): make benchmark [SCALE=1]
benchmark: $(BINARY)
	$(SWIFT) build $(RELEASE) --product realist-benchmark
	@Benchmarks/run
	@Benchmarks/verdicts
	@Benchmarks/compare --scale $(or $(SCALE),1)

## Instructions of the hot loops under callgrind: the same number on a quiet and a busy machine.
instructions: $(BINARY)
	$(SWIFT) build $(RELEASE) --product realist-benchmark
	@Benchmarks/compare --instructions

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
