# Everything a bare Debian machine needs is installed by the first target that is made; Swift itself is not in Debian.

SWIFT ?= swift
PREFIX ?= /usr/local
BINARY := .build/release/juesuan
# One binary that needs only libc, libxml2, libcrypto, SQLite and the C++ runtime. It is position independent, as always; what the
# linker fills in is filled in at the start and cannot be written then; it holds no symbols, and no folder of the machine
# that built it.
RELEASE := -c release --static-swift-stdlib -Xlinker -z -Xlinker relro -Xlinker -z -Xlinker now -Xlinker -s \
  -Xswiftc -file-prefix-map -Xswiftc $(CURDIR)=. -Xcc -ffile-prefix-map=$(CURDIR)=. -Xcxx -ffile-prefix-map=$(CURDIR)=.
CODE := Sources Tests Package.swift
FRICTIONLESS := .venv/bin/frictionless

# libxml2, libcrypto, SQLite and pkg-config for juesuan; the others are what the Swift compiler and package manager link and run with.
BUILD_PACKAGES := git ca-certificates pkg-config libssl-dev libxml2-dev binutils gcc g++ libc6-dev libcurl4 \
  libncurses6 libsqlite3-dev libuuid1 zlib1g tzdata
TEST_PACKAGES := python3 python3-venv strace

.PHONY: build run test test-sanitized lint bench bench-operations fuzz fuzz-build fuzz-documents install clean packages \
  swift frictionless
.DEFAULT_GOAL := build

build: packages swift
	$(SWIFT) build $(RELEASE) --product juesuan

run: build
	$(BINARY) run Pipelines/samples.yaml

test: PACKAGES := $(BUILD_PACKAGES) $(TEST_PACKAGES)
test: packages swift frictionless
	@[ ! -x $(FRICTIONLESS) ] || export JUESUAN_FRICTIONLESS=$(abspath $(FRICTIONLESS)); set -x; $(SWIFT) test

# The same tests with the compiler's detectors of misused memory and of data races, which map more than any document may.
test-sanitized: export JUESUAN_MEMORY_PER_DOCUMENT := none
test-sanitized: PACKAGES := $(BUILD_PACKAGES) $(TEST_PACKAGES)
test-sanitized: packages swift
	$(SWIFT) test --scratch-path .build-address --sanitize address
	$(SWIFT) test --scratch-path .build-thread --sanitize thread

lint: packages swift
	$(SWIFT) format lint --strict --recursive $(CODE)
	@long=$$(git ls-files 'Sources/*.swift' 'Tests/*.swift' | xargs wc -l | awk '$$2 != "total" && $$1 > 500'); \
	if [ -n "$$long" ]; then echo "Files over 500 lines:"; echo "$$long"; exit 1; fi

bench: PACKAGES := $(BUILD_PACKAGES) $(TEST_PACKAGES)
bench: build
	$(SWIFT) build $(RELEASE) --product Benchmark
	.build/release/Benchmark
	.build/release/Benchmark --reconciliation 1000
	.build/release/Benchmark --scaling all
	.build/release/Benchmark --scaling all --check

# A night's cost, memory, and crashes: 20,000 generated documents, and 300 nights killed at points spread over them.
bench-operations: build
	$(SWIFT) build $(RELEASE) --product Benchmark
	.build/release/Benchmark --operations 20000 --kill-points 300

# One reader without end, guided by what its inputs cover; FUZZ holds arguments of libFuzzer, such as -max_total_time=60.
# What is found once belongs in Tests/FuzzTests/Corpora.
READER ?= html
FUZZ ?=

fuzz: fuzz-build
	mkdir -p .build-fuzz/corpora/$(READER)
	READER=$(READER) .build-fuzz/release/Fuzz $(FUZZ) .build-fuzz/corpora/$(READER) Tests/FuzzTests/Corpora/$(READER)

fuzz-build: packages swift
	$(SWIFT) build -c release --scratch-path .build-fuzz --sanitize fuzzer -Xswiftc -DCOVERAGE_GUIDED --product Fuzz

# Mutated documents through the whole program: DOCUMENTS of them, 0 for no end, from SEED on.
DOCUMENTS ?= 0
SEED ?= 1

fuzz-documents: build
	$(SWIFT) build $(RELEASE) --product Fuzz
	.build/release/Fuzz documents --documents $(DOCUMENTS) --seed $(SEED) $(FUZZ)

install: build
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/juesuan

clean:
	rm -rf .build .build-address .build-thread .build-fuzz .venv

PACKAGES ?= $(BUILD_PACKAGES)

# A package may be there under another name that provides it (libcurl4t64 for libcurl4).
packages:
	@command -v dpkg-query >/dev/null || exit 0; \
	present=$$(dpkg-query -W -f '$${Status}|$${Package}, $${Provides}\n' | sed -n 's/^install ok installed|//p' \
	  | sed 's/ *([^)]*)//g' | tr -s ', ' '\n'); \
	missing=$$(for name in $(PACKAGES); do echo "$$present" | grep -qx "$$name" || echo $$name; done); \
	if [ -n "$$missing" ]; then \
	  echo "Installing Debian packages:" $$missing; \
	  root=$$([ $$(id -u) = 0 ] || echo sudo); \
	  $$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq \
	    --no-install-recommends $$missing; \
	fi

swift:
	@version=$$($(SWIFT) --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\).*/\1/p' | head -n 1); \
	if [ "$${version:-0}" -lt 6 ]; then \
	  echo "juesuan needs Swift 6 or later, and '$(SWIFT)' is $${version:+Swift }$${version:-not there}."; \
	  echo "Swift is no Debian package. Get it from https://www.swift.org/install/linux/, for instance with swiftly:"; \
	  echo "  curl -O https://download.swift.org/swiftly/linux/swiftly-$$(uname -m).tar.gz"; \
	  echo "  tar zxf swiftly-$$(uname -m).tar.gz && ./swiftly init"; \
	  exit 1; \
	fi

# Without PyPI the tests that validate with frictionless are skipped; all others run.
frictionless: packages
	@[ -x $(FRICTIONLESS) ] || { python3 -m venv .venv \
	  && .venv/bin/pip install --quiet --disable-pip-version-check --retries 1 --timeout 20 'frictionless>=5.18,<6'; } \
	  || echo "frictionless cannot be installed: the tests that need it are skipped."
