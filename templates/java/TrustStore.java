import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** Writes the certificates of a PEM file (first argument) to a store that needs no password to be read (second). */
class TrustStore {
  public static void main(String[] arguments) throws Exception {
    // Without these, a store can only be read by who knows its password.
    System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
    System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (var pem = new FileInputStream(arguments[0])) {
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("authority-" + store.size(), certificate);
      }
    }
    var target = Path.of(arguments[1]);
    Files.createDirectories(target.getParent());
    try (var out = new FileOutputStream(target.toFile())) {
      store.store(out, null);
    }
  }
}
