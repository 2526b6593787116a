package dev.hexlink.contracts.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate for {@code localhost} and {@code 127.0.0.1} that nobody but the test trusts, and its key.
 *
 * @param certificate in PEM
 * @param key in PEM
 * @param store the certificate as a PKCS #12 file to trust; its password is {@code secret}
 */
public record TlsFiles(Path certificate, Path key, Path store) {
  public static final String STORE_PASSWORD = "secret";
  private static final String ALIAS = "server";

  /** Makes them in a folder. */
  public static TlsFiles in(Path folder) {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Path pair = folder.resolve("pair.p12");
    TlsFiles files = new TlsFiles(folder.resolve("certificate.pem"), folder.resolve("key.pem"),
        folder.resolve("trusted.p12"));
    Command.of(keytool, "-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
        "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-ext", "bc:c", "-validity", "30", "-storetype",
        "PKCS12", "-storepass", STORE_PASSWORD, "-keystore", pair.toString()).run();
    files.write(pair);
    Command.of(keytool, "-importcert", "-noprompt", "-alias", ALIAS, "-file", files.certificate.toString(),
        "-storetype", "PKCS12", "-storepass", STORE_PASSWORD, "-keystore", files.store.toString()).run();
    return files;
  }

  private void write(Path pair) {
    char[] password = STORE_PASSWORD.toCharArray();
    try (InputStream in = Files.newInputStream(pair)) {
      KeyStore opened = KeyStore.getInstance("PKCS12");
      opened.load(in, password);
      Files.writeString(certificate, pem("CERTIFICATE", opened.getCertificate(ALIAS).getEncoded()));
      Files.writeString(key, pem("PRIVATE KEY", opened.getKey(ALIAS, password).getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key pair just made cannot be read", e);
    }
  }

  private static String pem(String type, byte[] content) {
    String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
  }
}
