#!/bin/bash
# Packs the server for Debian 12: build-deb.sh PROGRAM VERSION FOLDER
#
# The package depends on the Debian packages whose libraries the program is linked with.
set -euo pipefail

program="$1" version="$2" folder="$3"
source="$(dirname "$0")/debian"
architecture="$(dpkg --print-architecture)"
root="$(mktemp -d)"
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

install -D -m 755 "$program" "$root/usr/bin/lichsong-server"
strip --strip-unneeded "$root/usr/bin/lichsong-server"
for unit in lichsong-server.service lichsong-server-backup.service lichsong-server-backup.timer; do
  install -D -m 644 "$source/$unit" "$root/lib/systemd/system/$unit"
done
install -D -m 640 "$source/server.conf" "$root/etc/lichsong/server.conf"
install -D -m 644 "$source/nginx.conf" "$root/usr/share/doc/lichsong-server/nginx.conf"
install -D -m 644 "$source/copyright" "$root/usr/share/doc/lichsong-server/copyright"
gzip -9 -n > "$root/usr/share/doc/lichsong-server/changelog.gz" < "$(dirname "$0")/../CHANGELOG.md"
chmod 644 "$root/usr/share/doc/lichsong-server/changelog.gz"

# Names of libraries that are not Debian's would make a package that nobody can install.
libraries="$(ldd "$root/usr/bin/lichsong-server" | awk '$2 == "=>" { print $3 }' | xargs -n 1 realpath | sort -u)"
depends="adduser"
while read -r library; do
  owner="$(dpkg -S "$library" 2> /dev/null || dpkg -S "${library#/usr}" 2> /dev/null)" || {
    echo "$library belongs to no Debian package; build the server with --static-swift-stdlib." >&2
    exit 1
  }
  depends+=$'\n'"${owner%%:*}"
done <<< "$libraries"
depends="$(sort -u <<< "$depends" | paste -s -d , | sed 's/,/, /g')"

mkdir -p "$root/DEBIAN"
cat > "$root/DEBIAN/control" <<END
Package: lichsong-server
Version: $version
Architecture: $architecture
Maintainer: The Lịch Sóng authors <lichsong@example.vn>
Installed-Size: $(du -k -s "$root" | cut -f 1)
Depends: $depends
Recommends: nginx | httpd, libreoffice-writer-nogui | libreoffice-writer
Section: web
Priority: optional
Description: planner of public broadcasts, for many people
 Lịch Sóng spreads the quotas of a signed plan over the programme, exports the
 schedule as calendars, holds the as-run logs against it and counts what aired.
 This is its server, with pages, calendar subscriptions and an API.
END
echo /etc/lichsong/server.conf > "$root/DEBIAN/conffiles"
for script in preinst postinst prerm postrm; do install -m 755 "$source/$script" "$root/DEBIAN/$script"; done
(cd "$root" && find usr lib -type f -print0 | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"

mkdir -p "$folder"
dpkg-deb --root-owner-group --build "$root" "$folder/lichsong-server_${version}_$architecture.deb"
