import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds the server's own jar among those installed, and writes how it is started and what it consists of. */
class Describe {
  private static final Path server = Path.of("/opt/server");
  private static final Path lib = server.resolve("lib");

  public static void main(String[] arguments) throws Exception {
    String from = arguments[0], what = arguments[1], classifier = arguments[2], main = arguments[3];
    var installed = dependencies();
    Path own;
    List<String> packages = new ArrayList<>();
    switch (from) {
      case "published" -> {
        var line = installed.stream().filter(each -> each.isServer(what, classifier)).findFirst();
        var self = line.orElseThrow(() -> failure(what + " was not installed by Maven"));
        own = lib.resolve(self.fileName());
        packages.add(self.row());
      }
      case "project" -> {
        own = copied(builtJar(Path.of(what)));
        packages.add(row(properties(Files.newInputStream(Path.of(what, "maven-archiver/pom.properties")))));
      }
      default -> {
        own = copied(Path.of(what));
        packages.addAll(packagesInside(own));
      }
    }
    installed.forEach(each -> packages.add(each.row()));
    writeStart(own, main);
    Files.write(server.resolve("packages.tsv"), new LinkedHashSet<>(packages));
    System.out.println("installed " + packages.get(0).replace('\t', ' '));
  }

  /** One line of Maven's list: group:artifact:type[:classifier]:version:scope. */
  private record Dependency(String group, String artifact, String classifier, String version) {
    boolean isServer(String name, String wanted) {
      return name.equals(group + ":" + artifact) && classifier.equals(wanted);
    }

    String fileName() {
      return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
    }

    String row() {
      return String.join("\t", "maven", group + "/" + artifact, version);
    }
  }

  private static List<Dependency> dependencies() throws IOException {
    var list = Path.of("/build/dependencies");
    if (!Files.exists(list)) {
      return List.of();
    }
    return Files.readAllLines(list).stream()
        .map(line -> line.strip().split(" ")[0].split(":"))
        .filter(parts -> parts.length == 5 || parts.length == 6)
        .map(parts -> new Dependency(parts[0], parts[1], parts.length == 6 ? parts[3] : "", parts[parts.length - 2]))
        .toList();
  }

  /** Of several jars that a project makes, the one that names a class to start, else the one with the shortest name. */
  private static Path builtJar(Path target) throws IOException {
    try (var files = Files.list(target)) {
      var jars = files
          .filter(file -> file.toString().endsWith(".jar"))
          .filter(file -> !file.toString().matches(".*(-sources|-javadoc|-tests)\\.jar|.*/original-[^/]*"))
          .sorted((a, b) -> a.toString().length() - b.toString().length())
          .toList();
      for (var jar : jars) {
        if (mainClass(jar) != null) {
          return jar;
        }
      }
      return jars.stream().findFirst().orElseThrow(() -> failure("the project made no jar in target/"));
    }
  }

  private static Path copied(Path jar) throws IOException {
    return Files.copy(jar, lib.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  /** An argument file of java: a jar that has all it needs is started as such, else the class, its own jar first. */
  private static void writeStart(Path own, String wanted) throws IOException {
    var main = wanted.isEmpty() ? mainClass(own) : wanted;
    if (main == null) {
      throw failure(own.getFileName() + " names no class to start in its manifest; choose one with `main`");
    }
    var others = new ArrayList<Path>();
    try (Stream<Path> files = Files.list(lib)) {
      files.filter(file -> !file.equals(own)).sorted().forEach(others::add);
    }
    var lines = new ArrayList<>(List.of("-Djavax.net.ssl.trustStore=" + server.resolve("authorities.p12")));
    if (others.isEmpty() && wanted.isEmpty()) {
      lines.addAll(List.of("-jar", quoted(own.toString())));
    } else {
      others.add(0, own);
      var path = String.join(":", others.stream().map(Path::toString).toList());
      lines.addAll(List.of("-cp", quoted(path), main));
    }
    Files.write(server.resolve("java.args"), lines);
  }

  private static String mainClass(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      var manifest = file.getManifest();
      return manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    }
  }

  /** What a jar says it was made of; itself first, by the name of its file when it says nothing of itself. */
  private static List<String> packagesInside(Path jar) throws IOException {
    var name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    var rows = new ArrayList<String>();
    try (var file = new JarFile(jar.toFile())) {
      for (var entry : file.stream().filter(each -> each.getName().matches("META-INF/maven/.*/pom\\.properties")).toList()) {
        var properties = properties(file.getInputStream(entry));
        var isOwn = name.startsWith(properties.getProperty("artifactId") + "-" + properties.getProperty("version"));
        rows.add(isOwn ? 0 : rows.size(), row(properties));
      }
      var manifest = file.getManifest();
      var version = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
      if (rows.isEmpty()) {
        rows.add(String.join("\t", "generic", name, version == null ? "unknown" : version));
      }
    }
    return rows;
  }

  private static Properties properties(InputStream stream) throws IOException {
    try (stream) {
      var properties = new Properties();
      properties.load(stream);
      return properties;
    }
  }

  private static String row(Properties properties) {
    var name = properties.getProperty("groupId") + "/" + properties.getProperty("artifactId");
    return String.join("\t", "maven", name, properties.getProperty("version"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The reason alone, in place of a stack trace. */
  private static RuntimeException failure(String reason) {
    System.err.println(reason);
    System.exit(1);
    return new IllegalStateException(reason);
  }
}
