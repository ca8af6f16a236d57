#!/usr/bin/env bash
# Fills the folder $1 with a root file system of Debian's Python, pip and git: no shell, no package manager.
# Needs apt-get and dpkg-deb; $2 keeps what was downloaded.
set -euo pipefail
root=$1 cache=$2
mkdir -p "$root"/usr/{bin,sbin,lib,lib64} "$root"/{etc/ssl/certs,proc,sys,dev,root,tmp,home/server} "$cache"
chmod 1777 "$root/tmp"
for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done

# Git's own dependencies are for servers it talks to and for its Perl programs: here it only reads folders.
wanted=(python3 python3-minimal python3-distutils python3-pip-whl git libpcre2-8-0)
only=(--no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances --no-pre-depends)
# A machine whose package lists were never fetched knows no package at all.
apt-cache show python3-pip-whl >/dev/null 2>&1 || apt-get update -q >/dev/null
mapfile -t packages < <(
  { printf '%s\n' "${wanted[@]}"; apt-cache depends --recurse "${only[@]}" "${wanted[@]:0:4}"; } |
    grep -E '^(python3|lib|git$|media-types|tzdata|zlib1g)' | grep -vE '^(libperl|libdebian|libnewt|libslang|libtextwrap|python3-lib2to3)' | sort -u
)
(cd "$cache" && [ -n "$(ls ./*.deb 2>/dev/null)" ] || (cd "$cache" && apt-get download -q "${packages[@]}" >/dev/null))
for archive in "$cache"/*.deb; do
  dpkg-deb --fsys-tarfile "$archive" | tar -x -C "$root" --keep-directory-symlink \
    --exclude=./usr/share/doc --exclude=./usr/share/man --exclude=./usr/share/locale --exclude=./usr/share/lintian
done
for bundle in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt; do
  if [ -e "$bundle" ]; then cp -L "$bundle" "$root/etc/ssl/certs/ca-certificates.crt"; fi
done
printf 'root:x:0:0:root:/root:/bin/false\nserver:x:1000:1000::/home/server:/bin/false\n' > "$root/etc/passwd"
printf 'root:x:0:\nserver:x:1000:\n' > "$root/etc/group"
printf 'hosts: files dns\n' > "$root/etc/nsswitch.conf"
printf '127.0.0.1 localhost\n::1 localhost\n' > "$root/etc/hosts"
