package dev.hexlink.http;

import dev.hexlink.application.api.Hosts;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.LinkKey;
import jakarta.inject.Singleton;

/** The address of this server as the outside knows it, without a slash at its end. */
@Singleton
public final class BaseUrl {
  private static final LinkKey ANY = LinkKey.of(new ShortCode("x"));
  private final Hosts hosts;

  BaseUrl(Hosts hosts) {
    this.hosts = hosts;
  }

  /** The address of a path, which begins with a slash. */
  public String of(String path) {
    String shortUrl = hosts.shortUrl(ANY);
    return shortUrl.substring(0, shortUrl.lastIndexOf('/')) + path;
  }
}
