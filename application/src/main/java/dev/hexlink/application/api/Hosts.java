package dev.hexlink.application.api;

import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkKey;
import java.util.Optional;

/** The host names that short URLs are served under. */
public interface Hosts {
  /** The host a request came to, by its {@code Host} header; any name that is not served is the default host. */
  Host served(String header);

  /** The host that a caller means by name; empty when it is not served. */
  Optional<Host> named(String name);

  /** The name callers know a host by. */
  String nameOf(Host host);

  /** The short URL of a key, in full. */
  String shortUrl(LinkKey key);
}
