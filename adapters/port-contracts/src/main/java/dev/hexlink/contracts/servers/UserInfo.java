package dev.hexlink.contracts.servers;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The name and the password in a URI, each empty where none is given. */
record UserInfo(String user, String password) {
  static UserInfo of(URI uri) {
    String info = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = info.indexOf(':');
    return colon < 0
        ? new UserInfo(decoded(info), "")
        : new UserInfo(decoded(info.substring(0, colon)), decoded(info.substring(colon + 1)));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
