# Compiles the program to /opt/server/program: of a published package, or of the module in source/.
set -eu
mkdir -p /opt/server/bin
if [ -n "${PACKAGE:-}" ]; then
  GOBIN=/opt/server/bin go install -trimpath -ldflags="-s -w" -tags="${TAGS:-}" "${PACKAGE}@${VERSION}"
else
  cd source
  # With a folder as its target, go build refuses a package without a program.
  go build -trimpath -ldflags="-s -w" -tags="${TAGS:-}" -o /opt/server/bin/ "${MAIN}"
fi
mv /opt/server/bin/* /opt/server/program
rmdir /opt/server/bin
# Time zones for the program: the image has no files of the system's.
cp "$(go env GOROOT)/lib/time/zoneinfo.zip" /opt/server/zoneinfo.zip
