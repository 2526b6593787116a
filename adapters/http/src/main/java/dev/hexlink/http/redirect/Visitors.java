package dev.hexlink.http.redirect;

import dev.hexlink.application.api.Visitor;
import dev.hexlink.http.access.ClientAddresses;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads who follows a link out of the request. */
@Singleton
final class Visitors {
  private final ClientAddresses addresses;

  Visitors(ClientAddresses addresses) {
    this.addresses = addresses;
  }

  Visitor of(HttpRequest<?> request) {
    HttpHeaders headers = request.getHeaders();
    return new Visitor(addresses.of(request), text(headers.get(HttpHeaders.USER_AGENT)),
        text(headers.get(HttpHeaders.REFERER)), isPrefetch(headers), !wantsNoTracking(headers));
  }

  private static boolean isPrefetch(HttpHeaders headers) {
    return looksAhead(headers.get("Sec-Purpose")) || looksAhead(headers.get("Purpose"))
        || looksAhead(headers.get("X-Purpose")) || looksAhead(headers.get("X-Moz"));
  }

  private static boolean looksAhead(@Nullable String purpose) {
    if (purpose == null) {
      return false;
    }
    String lower = purpose.toLowerCase(Locale.ROOT);
    return lower.contains("prefetch") || lower.contains("prerender") || lower.contains("preview");
  }

  private static boolean wantsNoTracking(HttpHeaders headers) {
    return "1".equals(headers.get("DNT")) || "1".equals(headers.get("Sec-GPC"));
  }

  private static String text(@Nullable String header) {
    return header == null ? "" : header;
  }
}
