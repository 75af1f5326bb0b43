package eu.metacluster.discovery.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trusts servers whose certificates an authority of the house has signed, and no others. */
final class TrustedServer {

  private TrustedServer() {}

  /**
   * Reads the certificates of the authority.
   *
   * @param file in PEM or DER, one or more
   * @throws IllegalArgumentException when there is none in it
   */
  static SSLContext of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(known(CertificateFactory.getInstance("X.509").generateCertificates(in), file));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "metacluster.search.opensearch-ca is not a file with certificates: " + file, e);
    }
  }

  private static KeyStore known(Collection<? extends Certificate> all, Path file)
      throws IOException, GeneralSecurityException {
    if (all.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no certificate");
    }
    KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
    known.load(null, null);
    int number = 0;
    for (Certificate one : all) {
      known.setCertificateEntry("authority-" + number++, one);
    }
    return known;
  }
}
