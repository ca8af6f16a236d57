# Puts the server's jars in /opt/server/lib, the arguments of java in /opt/server/java.args, the packages in packages.tsv.
set -eu
lib=/opt/server/lib
mkdir -p "$lib"
# Settings may hold the password of a proxy: they end with this step.
settings=$(mktemp)
trap 'rm -f "$settings"' EXIT
java $JAVA_SHORT Settings.java "$settings"
plugin=org.apache.maven.plugins:maven-dependency-plugin:3.8.1
maven() {
  mvn -B -ntp -q -s "$settings" -DincludeScope=runtime -DoutputDirectory="$lib" -DoutputFile=/build/dependencies "$@" \
    "$plugin:copy-dependencies" "$plugin:list"
}

if [ -n "${PACKAGE:-}" ]; then
  cat > pom.xml <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>server</groupId><artifactId>server</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>${PACKAGE%%:*}</groupId><artifactId>${PACKAGE#*:}</artifactId><version>${VERSION}</version>
      ${CLASSIFIER:+<classifier>$CLASSIFIER</classifier>}
    </dependency>
  </dependencies>
</project>
POM
  maven
  java $JAVA_SHORT Describe.java published "$PACKAGE" "${CLASSIFIER:-}" "${MAIN:-}"
elif [ -f source/pom.xml ]; then
  (cd source && maven -DskipTests package)
  java $JAVA_SHORT Describe.java project source/target "" "${MAIN:-}"
else
  set -- source/*.jar
  if [ ! -f "$1" ]; then
    echo "context is neither a jar nor a folder with a pom.xml" >&2
    exit 1
  fi
  java $JAVA_SHORT Describe.java jar "$1" "" "${MAIN:-}"
fi
