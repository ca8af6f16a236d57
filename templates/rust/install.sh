# Compiles the program to /opt/server/program, and leaves the sources it was made from in /build/made-from.
set -eu
if [ -n "${CARGO_REGISTRIES_CRATES_IO_INDEX:-}" ]; then
  # Cargo knows another place for crates.io only from its settings.
  printf '[source.crates-io]\nreplace-with = "mirror"\n[source.mirror]\nregistry = "sparse+%s/"\n' \
    "$(echo "${CARGO_REGISTRIES_CRATES_IO_INDEX#sparse+}" | sed 's|/*$||')" > "$CARGO_HOME/config.toml"
fi
# A feature list or program that is not given is no argument at all.
set -- ${FEATURES:+--features "$FEATURES"} ${BIN:+--bin "$BIN"}
if [ -n "${PACKAGE:-}" ]; then
  [ "$VERSION" = latest ] || set -- "$@" --version "$VERSION"
  # With the versions the crate was published with: they are those its authors tested.
  cargo install --locked --root /build/installed "$@" "$PACKAGE"
  exact=$(cargo install --list --root /build/installed | sed -n 's/^.* v\([^ :]*\).*:$/\1/p')
  name=$PACKAGE
  set -- "$CARGO_HOME"/registry/src/*/"$PACKAGE-$exact"
  cp -R "$1" /build/made-from
else
  cp -R source /build/made-from
  cd /build/made-from
  [ -f Cargo.lock ] || cargo generate-lockfile
  name=$(cargo pkgid | sed 's/^.*[/#]//; s/[@:].*$//')
  cargo install --locked --root /build/installed "$@" --path .
fi

programs=$(ls /build/installed/bin)
case $programs in
  *"
"*)
    if [ ! -e "/build/installed/bin/$name" ]; then
      echo "$name has several programs; choose one with \`bin\`: $(echo $programs)" >&2
      exit 1
    fi
    programs=$name ;;
esac
mkdir -p /opt/server
cp "/build/installed/bin/$programs" /opt/server/program
