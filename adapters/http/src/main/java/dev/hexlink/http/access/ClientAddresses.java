package dev.hexlink.http.access;

import dev.hexlink.http.AddressRange;
import dev.hexlink.http.HttpSettings;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Tells which address a request came from. That is the peer's; unless the peer is a trusted proxy: then what it says of its own peer is believed, and
 * so on from right to left, up to the first address that is not a trusted proxy's. What cannot be read ends the walk.
 */
@Singleton
public final class ClientAddresses {
  private final List<AddressRange> trusted;

  ClientAddresses(HttpSettings settings) {
    this.trusted = settings.trustedProxies().stream().map(AddressRange::of).toList();
  }

  public InetAddress of(HttpRequest<?> request) {
    InetAddress peer = request.getRemoteAddress().getAddress();
    return trusted.isEmpty() || !isTrusted(peer) ? peer : through(peer, hops(request.getHeaders()));
  }

  private InetAddress through(InetAddress peer, List<String> hops) {
    InetAddress client = peer;
    for (String hop : hops.reversed()) {
      Optional<InetAddress> said = ForwardedHops.address(hop);
      if (said.isEmpty()) {
        return client;
      }
      client = said.get();
      if (!isTrusted(client)) {
        return client;
      }
    }
    return client;
  }

  /** {@code Forwarded} is the standard; the other header counts only where it is absent. */
  private static List<String> hops(HttpHeaders headers) {
    List<String> forwarded = headers.getAll("Forwarded");
    return forwarded.isEmpty()
        ? ForwardedHops.ofList(headers.getAll("X-Forwarded-For"))
        : ForwardedHops.ofForwarded(forwarded);
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }
}
