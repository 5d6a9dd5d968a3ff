# make run    everything needed, then the shell on the seeds (its summary where there is no terminal)
# make test   everything needed, then the tests
# make lint   formatting, imports between the rooms of the house, Lua scripts
# make bench  speed, each figure beside a peer in the same run
# make install PREFIX=/usr/local

SHELL := /bin/bash
PREFIX ?= /usr/local
RELEASE := .build-release
SAYSO := $(RELEASE)/release/sayso

PACKAGES := liblua5.4-dev libreadline-dev libsqlite3-dev libxml2-dev pkg-config
TEST_PACKAGES := python3-pexpect
LINT_PACKAGES := lua-check

.PHONY: run build test lint format bench install setup setup-test setup-lint clean

run: build
	@if [ -t 0 ] && [ -t 1 ]; then $(SAYSO) seeds; else $(SAYSO) run scripts/who-is-quoted.lua --on seeds; fi

# The runtime is linked in: the binary starts in a few milliseconds and runs where no Swift is installed.
build: setup
	swift build -c release --scratch-path $(RELEASE) --product sayso --static-swift-stdlib

test: setup setup-test
	swift build --build-tests
	swift test --skip-build

lint: setup-lint
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	luacheck --quiet scripts examples

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

bench: build
	Benchmarks/run $(SAYSO)

install: build
	install -D -m 755 $(SAYSO) $(DESTDIR)$(PREFIX)/bin/sayso
	install -D -m 644 docs/sayso.1 $(DESTDIR)$(PREFIX)/share/man/man1/sayso.1

setup:
	@command -v swift >/dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install/linux/" >&2; exit 1; }
	@.ci/install-packages $(PACKAGES)

setup-test:
	@.ci/install-packages $(TEST_PACKAGES)

setup-lint:
	@.ci/install-packages $(LINT_PACKAGES)

clean:
	rm -rf .build $(RELEASE)
