# Writes /opt/server/packages.tsv: the crates the program is made from, by cargo's own tree, the server's first.
set -eu
cd /build/made-from
set -- ${FEATURES:+--features "$FEATURES"}
if [ -f Cargo.lock ]; then set -- "$@" --locked; fi
tab=$(printf '\t')
cargo tree "$@" --edges normal --prefix none --no-dedupe --format "{p}${tab}{l}" |
  sed -n "s/^\([^ ]*\) v\([^ $tab]*\)[^$tab]*$tab\(.*\)\$/cargo$tab\1$tab\2$tab\3/p" | sed "s/$tab\$//" |
  awk '!seen[$0]++' > /opt/server/packages.tsv
IFS="$tab" read -r type name version licence < /opt/server/packages.tsv
echo "installed ${name}@${version} (${type})"
