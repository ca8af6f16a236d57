# Puts the server into /opt/server/files, links /opt/server/program to its program, and lists its packages.
set -eu
mkdir -p /opt/server/files
set -- ${NUGET_SOURCE:+--source "$NUGET_SOURCE"}
if [ -n "${PACKAGE:-}" ]; then
  [ "$VERSION" = latest ] || set -- "$@" --version "$VERSION"
  dotnet tool install "$PACKAGE" --tool-path /opt/server/files "$@"
  # The tool's own description is below its store, in the folder of the version that was installed.
  what=$(find /opt/server/files/.store -name '*.deps.json' | sort | head -n 1)
else
  dotnet publish "source/${PROJECT:-}" --configuration Release --output /opt/server/files "$@"
  what=$(find /opt/server/files -maxdepth 1 -name '*.deps.json' | sort | head -n 1)
fi

programs=$(find /opt/server/files -maxdepth 1 -type f -perm -u+x ! -name '*.dll' ! -name '*.so' | sort)
case $programs in
  "") echo "nothing to start was installed: the project or package has no program" >&2; exit 1 ;;
  *"
"*) echo "several programs were installed:" $programs >&2; exit 1 ;;
esac
ln -s "$programs" /opt/server/program
awk -f list-packages.awk "$what" > /opt/server/packages.tsv
head -n 1 /opt/server/packages.tsv | sed 's/^/installed /'
