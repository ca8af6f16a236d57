# Writes /opt/server/packages.tsv: the modules the program says it was compiled from, its own first, then Go's library.
set -eu
tab=$(printf '\t')
go version -m /opt/server/program | awk -F "$tab" '
  function flush() { if (held != "") print held; held = "" }
  NR == 1 { sub(/^.*: go/, ""); sub(/[ -].*$/, ""); library = $0; next }
  $2 == "mod" || $2 == "dep" { flush(); held = "golang\t" $3 "\t" $4 }
  $2 == "=>" { held = $4 == "" ? held : "golang\t" $3 "\t" $4 }
  END { flush(); print "golang\tstdlib\t" library }
' > /opt/server/packages.tsv
IFS="$tab" read -r type name version < /opt/server/packages.tsv
echo "installed ${name}@${version} (${type})"
