# `make run` and `make test` are all that a newcomer needs; `make` alone lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.NOTPARALLEL:
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
CASE := schedules/lai-chau-2018
SWIFT_FILES := Sources Tests Package.swift
STATIC := -c release --static-swift-stdlib

# The server's packages are in the manifest only when this is set, and are built beside the command.
SERVER := LICHSONG_SERVER=1 swift
SERVER_BUILD := --scratch-path .build-server
DATA ?= .build-server/station
VERSION := $(shell sed -nE 's/.*static let version = "(.*)"/\1/p' Sources/lichsong-server/LichSongServer.swift)

.PHONY: help run test serve test-server deb test-deb accept bench bench-server bench-country fuzz lint format build release install deps clean swift libraries
.PHONY: databases web browser network python xmltv

help: ## List the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1\t\2/p' Makefile | expand -t 16

run: build ## Plan, export and count Lai Châu 2018 (LICHSONG_LANG=vi speaks Vietnamese)
	@.build/debug/lichsong run $(CASE) --out .build/$(notdir $(CASE)) --lang $(or $(LICHSONG_LANG),en)

test: lint libraries python xmltv ## Check the format, build everything and run all tests
	@export LICHSONG_STRICT=1
	swift build --build-tests
	swift test --skip-build

serve: swift libraries databases web ## Start the station's server with the cases in it (DATA=folder keeps its data elsewhere)
	@$(SERVER) build $(SERVER_BUILD) --product lichsong-server >&2
	server=(env "LC_ALL=$(or $(LICHSONG_LANG),en)" "$$($(SERVER) build $(SERVER_BUILD) --show-bin-path)/lichsong-server")
	[[ -e "$(DATA)/station.sqlite" ]] || for plan in schedules/*/plan.yaml; do
	  "$${server[@]}" import --data "$(DATA)" "$$(dirname "$$plan")" >&2
	done
	exec "$${server[@]}" serve --data "$(DATA)"

test-server: swift libraries databases web browser python ## Build the server and run its tests
	@export LICHSONG_STRICT=1
	$(SERVER) build $(SERVER_BUILD) --build-tests
	$(SERVER) test $(SERVER_BUILD) --skip-build

# What the optimiser breaks, tests of unoptimised code do not see.
accept: swift libraries python xmltv ## Run the end-to-end tests against the optimised command
	@swift build -c release --product lichsong >&2
	swift build -c release --product lichsong-engine >&2
	swift build --build-tests >&2
	LICHSONG_COMMAND="$$(swift build -c release --show-bin-path)/lichsong" swift test --skip-build --filter EndToEndTests

# The programs to compare with stand in a virtual environment; a change of requirements.txt installs them anew.
bench: swift libraries python ## Measure speed and quality beside other programs (BENCH=--with-highs runs HiGHS too)
	@wanted="$$(cat Tests/AllocationOracle/requirements.txt Tests/MatchingOracle/requirements.txt)"
	[[ "$$wanted" == "$$(cat .venv-bench/requirements.txt 2> /dev/null)" ]] || {
	  python3 -m venv --clear .venv-bench
	  .venv-bench/bin/python -m pip install --quiet \
	    --requirement Tests/AllocationOracle/requirements.txt --requirement Tests/MatchingOracle/requirements.txt
	  echo "$$wanted" > .venv-bench/requirements.txt
	}
	swift build -c release --product lichsong >&2
	swift build -c release --product lichsong-engine >&2
	lichsong="$$(swift build -c release --show-bin-path)/lichsong"
	.venv-bench/bin/python Tests/Benchmarks/bench.py --lichsong "$$lichsong" --work .build/bench $(BENCH)

bench-server: swift libraries databases web ## Measure the server beside a bare handler and nginx (needs wrk and nginx)
	@$(SERVER) build -c release $(SERVER_BUILD) --product lichsong >&2
	for product in lichsong-server bare-handler; do $(SERVER) build -c release $(SERVER_BUILD) --product $$product >&2; done
	built="$$($(SERVER) build -c release $(SERVER_BUILD) --show-bin-path)"
	python3 Tests/Benchmarks/serving.py --lichsong "$$built/lichsong" --server "$$built/lichsong-server" \
	  --bare "$$built/bare-handler" --work .build-server/bench

bench-country: swift libraries databases web ## Measure a country on PostgreSQL, made up (SHARE=0.5 makes half of it)
	@for product in lichsong lichsong-server; do $(SERVER) build -c release $(SERVER_BUILD) --product $$product >&2; done
	built="$$($(SERVER) build -c release $(SERVER_BUILD) --show-bin-path)"
	country=(python3 Tests/Benchmarks/country.py --lichsong "$$built/lichsong" --server "$$built/lichsong-server" --work .build-server/country)
	"$${country[@]}" --bulk
	"$${country[@]}" --share $(or $(SHARE),1.0)

# Broken calendars of a seed are part of the tests; this one looks for worse, and keeps what it learnt in .build/fuzz.
fuzz: swift libraries ## Let libFuzzer look for calendars that break the reader (FUZZ_SECONDS=60)
	@Tests/Fuzzing/fuzz.sh .build/fuzz $(or $(FUZZ_SECONDS),60)

lint: swift ## Check the format and that every public declaration is documented
	@swift format lint --recursive --parallel --strict $(SWIFT_FILES)

format: swift ## Put the format right
	@swift format --in-place --recursive --parallel $(SWIFT_FILES)

# Progress goes to standard error, so that `make run` leaves only the command's own output on the other.
build: swift libraries ## Build the command for trying it out
	@swift build --product lichsong >&2

release: swift libraries network ## Build the command optimised, to run without the toolchain
	@swift build $(STATIC) --product lichsong >&2

install: release ## Install it in PREFIX/bin (PREFIX=/usr/local unless given)
	@install -D -m 755 "$$(swift build $(STATIC) --show-bin-path)/lichsong" "$(DESTDIR)$(PREFIX)/bin/lichsong"
	echo "Installed $(DESTDIR)$(PREFIX)/bin/lichsong." >&2

# The toolchain's libraries are linked into the program; the package depends on Debian's alone.
deb: swift libraries databases web network ## Pack the server for Debian 12, into .build-server/deb
	@$(SERVER) build $(SERVER_BUILD) $(STATIC) --product lichsong-server >&2
	packaging/build-deb.sh "$$($(SERVER) build $(SERVER_BUILD) $(STATIC) --show-bin-path)/lichsong-server" "$(VERSION)" .build-server/deb

# In a Debian 12 of its own, which debootstrap makes; needs root.
test-deb: deb ## Install, upgrade, remove and purge that package
	@packaging/build-deb.sh "$$($(SERVER) build $(SERVER_BUILD) $(STATIC) --show-bin-path)/lichsong-server" "$(VERSION)+1" .build-server/deb
	as_root=(); ((EUID == 0)) || as_root=(sudo)
	"$${as_root[@]}" packaging/test-deb.sh .build-server/deb/lichsong-server_$(VERSION)_*.deb .build-server/deb/lichsong-server_$(VERSION)+1_*.deb

deps: swift libraries python xmltv ## Install the Debian packages that are missing; the others do so as they need

clean: ## Remove what was built
	@rm -rf .build .build-server

swift:
	@command -v swift > /dev/null || {
	  echo "Lịch Sóng needs the Swift 6.3 toolchain, and there is no swift on the PATH:" \
	    "get it from https://www.swift.org/install/linux/." >&2
	  exit 1
	}

libraries:
	@missing=()
	command -v pkg-config > /dev/null || missing+=(pkg-config)
	pkg-config --exists libical 2> /dev/null || missing+=(libical-dev)
	pkg-config --exists libzip 2> /dev/null || missing+=(libzip-dev)
	pkg-config --exists libcrypto 2> /dev/null || missing+=(libssl-dev)
	pkg-config --exists xlsxwriter 2> /dev/null || missing+=(libxlsxwriter-dev)
	$(install-missing)

# The server keeps its data in SQLite or PostgreSQL; its tests start a PostgreSQL of their own.
databases:
	@missing=()
	pkg-config --exists sqlite3 2> /dev/null || missing+=(libsqlite3-dev)
	pkg-config --exists libpq 2> /dev/null || missing+=(libpq-dev)
	compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || missing+=(postgresql)
	$(install-missing)

# The server compresses feeds, and draws their addresses as QR codes.
web:
	@missing=()
	pkg-config --exists zlib 2> /dev/null || missing+=(zlib1g-dev)
	pkg-config --exists libqrencode 2> /dev/null || missing+=(libqrencode-dev)
	$(install-missing)

# Its pages are looked at with a browser, and nginx stands before it.
browser:
	@missing=()
	command -v chromium > /dev/null || missing+=(chromium fonts-noto-core)
	[[ -x /usr/sbin/nginx ]] || missing+=(nginx-light)
	command -v curl > /dev/null || missing+=(curl)
	$(install-missing)

# Foundation's static library leaves these to the system.
network:
	@missing=()
	pkg-config --exists libcurl 2> /dev/null || missing+=(libcurl4-openssl-dev)
	pkg-config --exists libxml-2.0 2> /dev/null || missing+=(libxml2-dev)
	$(install-missing)

# The end-to-end tests read our calendars with other people's programs, in a virtual environment.
python:
	@missing=()
	python3 -c 'import ensurepip, venv' 2> /dev/null || missing+=(python3-venv)
	$(install-missing)

# tv_validate_file knows the format of programme guides better than a DTD can say; it is written in Perl.
xmltv:
	@missing=()
	command -v tv_validate_file > /dev/null || missing+=(xmltv-util)
	$(install-missing)

# Installs the packages named in the array `missing`, with sudo unless we are root.
define install-missing
	(($${#missing[@]})) || exit 0
	command -v apt-get > /dev/null || {
	  echo "Missing: $${missing[*]} (so named in Debian), and there is no apt-get to install it." >&2
	  exit 1
	}
	as_root=()
	if ((EUID != 0)); then
	  as_root=(sudo)
	  command -v sudo > /dev/null || {
	    echo "Missing: $${missing[*]}; install it as root: apt-get install $${missing[*]}" >&2
	    exit 1
	  }
	fi
	echo "Installing the Debian packages that are missing: $${missing[*]}" >&2
	"$${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq update >&2
	"$${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$${missing[@]}" >&2
endef
