package dev.hexlink.application.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Makes short links. Requests that come while a commit is under way share the next one. Futures complete with {@code PortUnavailable} on an outage
 * (the link may or may not stand), and with {@link CodesExhausted} when too many generated codes in a row were taken.
 */
public interface ShortenLinks {
  CompletableFuture<Shortening> shorten(ShortenRequest request);

  /** Makes many; what came of each, in order, each for itself. */
  List<CompletableFuture<Shortening>> shortenAll(List<ShortenRequest> requests);
}
