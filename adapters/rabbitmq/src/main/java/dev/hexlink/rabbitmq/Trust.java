package dev.hexlink.rabbitmq;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted: those of the authorities in a PEM file, or those that the JVM trusts. */
final class Trust {
  private Trust() {}

  /**
   * @throws SetupMistake if the file cannot be read, or holds no certificate
   */
  static SSLContext in(@Nullable Path authorities) throws SetupMistake {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authorities == null ? null : store(authorities));
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new SetupMistake("hexlink.rabbitmq.ca names a file that cannot be read: " + authorities, e);
    } catch (GeneralSecurityException e) {
      throw new SetupMistake("hexlink.rabbitmq.ca names a file that holds no certificates: " + authorities, e);
    }
  }

  private static KeyStore store(Path authorities) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(authorities)) {
      for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + store.size(), certificate);
      }
    }
    if (store.size() == 0) {
      throw new KeyStoreException("no certificate");
    }
    return store;
  }
}
