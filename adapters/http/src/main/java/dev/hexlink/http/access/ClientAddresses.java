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
    return trusted.isEmpty() || !isTrusted(peer) ? peer : behind(peer, request.getHeaders());
  }

  /** A proxy sets one of the two headers and may pass on whatever a client wrote into the other: where they differ, neither is believed. */
  private InetAddress behind(InetAddress proxy, HttpHeaders headers) {
    List<String> standard = headers.getAll("Forwarded");
    List<String> customary = headers.getAll("X-Forwarded-For");
    InetAddress byStandard = through(proxy, ForwardedHops.ofForwarded(standard));
    InetAddress byCustom = through(proxy, ForwardedHops.ofList(customary));
    if (standard.isEmpty()) {
      return byCustom;
    }
    return customary.isEmpty() || byStandard.equals(byCustom) ? byStandard : proxy;
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

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }
}
