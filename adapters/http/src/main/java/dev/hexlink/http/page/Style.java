package dev.hexlink.http.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How the pages look, and the hash by which browsers know that the style is ours. */
final class Style {
  static final String SHEET = "body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f6f7f9;color:#1c2330}"
      + "main{max-width:42rem;margin:10vh auto;padding:2rem;background:#fff;border-radius:.75rem;box-shadow:0 1px 4px #0002}"
      + "h1{font-size:1.4rem;margin-top:0}code{overflow-wrap:anywhere;background:#eef0f4;padding:.2rem .4rem;border-radius:.3rem}"
      + "a{color:#1652c4}"
      + "@media(prefers-color-scheme:dark){body{background:#14171d;color:#e4e7ee}main{background:#1e232c}code{background:#2b313d}"
      + "a{color:#8ab4ff}}";
  static final String HASH = hash();

  private Style() {}

  private static String hash() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(SHEET.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
