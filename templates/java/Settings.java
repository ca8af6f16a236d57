import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Writes Maven's settings (to the file named): the mirror and the proxies of the environment, which Maven itself does not read. */
class Settings {
  public static void main(String[] arguments) throws Exception {
    var text = new StringBuilder("<settings>\n");
    var mirror = environment("MAVEN_MIRROR");
    // Named like what it stands for, so that what was downloaded from there before is not downloaded again.
    if (!mirror.isEmpty()) {
      text.append("<mirrors><mirror><id>central</id><mirrorOf>*</mirrorOf>")
          .append(element("url", mirror))
          .append("</mirror></mirrors>\n");
    }
    text.append("<proxies>\n");
    for (var protocol : new String[] {"http", "https"}) {
      var address = environment(protocol + "_proxy");
      if (!address.isEmpty()) {
        text.append(proxy(protocol, URI.create(address)));
      }
    }
    text.append("</proxies>\n</settings>\n");
    Files.writeString(Path.of(arguments[0]), text);
  }

  private static String proxy(String protocol, URI address) {
    var user = address.getUserInfo() == null ? new String[0] : address.getUserInfo().split(":", 2);
    // Maven's list is of shell patterns, the environment's of suffixes.
    var direct = environment("no_proxy").replaceAll("(^|,)\\s*\\.", "$1*.").replace(",", "|");
    return "<proxy>"
        + element("id", protocol)
        + element("protocol", protocol)
        + element("host", address.getHost())
        + element("port", Integer.toString(address.getPort() < 0 ? 80 : address.getPort()))
        + (user.length > 0 ? element("username", user[0]) : "")
        + (user.length > 1 ? element("password", user[1]) : "")
        + element("nonProxyHosts", direct)
        + "</proxy>\n";
  }

  private static String environment(String name) {
    Function<String, String> value = key -> System.getenv().getOrDefault(key, "");
    return value.apply(name).isEmpty() ? value.apply(name.toUpperCase()) : value.apply(name);
  }

  private static String element(String name, String text) {
    var escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    return "<" + name + ">" + escaped + "</" + name + ">";
  }
}
