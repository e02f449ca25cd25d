#!/bin/bash
# Installs, upgrades, removes and purges the package in a Debian 12 of its own: test-deb.sh PACKAGE NEWER-PACKAGE [FOLDER]
#
# Needs root and the network. FOLDER is a Debian 12 that debootstrap made before; by default one is made.
set -euo pipefail

package="$(realpath "$1")" newer="$(realpath "$2")" root="${3:-}"
if [[ -z "$root" ]]; then
  root="$(mktemp -d)/debian"
  debootstrap --variant=minbase --include=adduser bookworm "$root" http://deb.debian.org/debian > /dev/null
fi
# Programs look at themselves in /proc.
mount -t proc proc "$root/proc"
trap 'kill "${server:-}" 2> /dev/null || true; umount "$root/proc"' EXIT

inside() { chroot "$root" /usr/bin/env LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
fail() { echo "test-deb: $*" >&2; exit 1; }

cp "$package" "$root/first.deb"
cp "$newer" "$root/second.deb"
inside apt-get -qq update
inside apt-get -qq -y install --no-install-recommends /first.deb > /dev/null

[[ "$(inside stat -c '%U %a' /var/lib/lichsong)" == "lichsong 700" ]] || fail "the data folder is not the server's alone"
[[ "$(inside stat -c '%U:%G %a' /etc/lichsong/server.conf)" == "root:lichsong 640" ]] || fail "the settings can be read by all"

# It answers, as the account of the package.
inside runuser -u lichsong -- env LICHSONG_CONFIG=/etc/lichsong/server.conf lichsong-server serve --port 18099 > "$root/said" 2>&1 &
server=$!
for _ in $(seq 100); do grep -q "18099" "$root/said" && break; sleep 0.1; done
[[ "$(curl -s http://127.0.0.1:18099/health/ready)" == ready ]] || { cat "$root/said"; fail "the server does not answer"; }
kill -TERM "$(inside sh -c 'for p in /proc/[0-9]*; do grep -qsz "^18099$" $p/cmdline && grep -qs "^Name:.lichsong-server" $p/status && echo ${p#/proc/}; done' | head -1)"
wait "$server" || fail "the server did not end in order"

# An upgrade keeps the settings that were changed and the data, and copies the store before.
echo 'LICHSONG_PORT=18099' >> "$root/etc/lichsong/server.conf"
inside apt-get -qq -y install --no-install-recommends -o Dpkg::Options::=--force-confold /second.deb > /dev/null
tail -1 "$root/etc/lichsong/server.conf" | grep -q 18099 || fail "the upgrade lost a setting"
ls "$root"/var/lib/lichsong/before-upgrade-from-*.sqlite > /dev/null || fail "the upgrade made no copy of the store"
inside runuser -u lichsong -- lichsong-server check --data /var/lib/lichsong > /dev/null || fail "the store is not whole"

inside apt-get -qq -y remove lichsong-server > /dev/null
[[ ! -e "$root/usr/bin/lichsong-server" ]] || fail "the program stayed"
[[ -e "$root/etc/lichsong/server.conf" && -e "$root/var/lib/lichsong/station.sqlite" ]] || fail "removal took too much"
inside apt-get -qq -y purge lichsong-server > /dev/null
[[ ! -e "$root/etc/lichsong" ]] || fail "the settings stayed after a purge"
[[ -e "$root/var/lib/lichsong/station.sqlite" ]] || fail "a purge removed the Books"
echo "The package installs, answers, upgrades, and goes."
