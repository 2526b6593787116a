package dev.hexlink.redis;

import dev.hexlink.application.spi.CachedRoute;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Route;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How it is written what is remembered of a key: fields with a space between them. The first field tells what it is, and in which format; in every
 * format of a route, the link's version follows, then the era of the server. What was written in another era is not believed: the server has started
 * anew since, and may have come back from the past.
 */
final class RouteText {
  private static final String ROUTE = "r1";
  private static final String UNKNOWN = "u1";
  private static final String NOTHING = "-";
  private static final String RETIRED = "retired";
  private static final String IN_SERVICE = "live";
  private static final int FIELDS = 10;

  private RouteText() {}

  static String of(Route route, String era) {
    Window window = route.window();
    return String.join(" ", ROUTE, Long.toString(route.version()), era, route.id().toString(),
        Integer.toString(route.redirectStatus().code()), route.retired() ? RETIRED : IN_SERVICE,
        orNothing(window.since()), orNothing(window.until()), orNothing(route.maxVisits()), route.target().value());
  }

  /** That no link has the key. */
  static String unknown(String era) {
    return UNKNOWN + " " + era;
  }

  /** What is remembered of a key; empty when it is anything else, or of another era. */
  static Optional<CachedRoute> read(LinkKey key, @Nullable String text, String era) {
    if (text == null) {
      return Optional.empty();
    }
    if (text.equals(unknown(era))) {
      return Optional.of(new CachedRoute.Unknown());
    }
    String[] fields = text.split(" ", -1);
    if (fields.length != FIELDS || !fields[0].equals(ROUTE) || !fields[2].equals(era)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new CachedRoute.Known(route(key, fields)));
    } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  private static Route route(LinkKey key, String[] fields) {
    return new Route(LinkId.parse(fields[3]).orElseThrow(), key, new TargetUrl(fields[9]),
        RedirectStatus.of(Integer.parseInt(fields[4])).orElseThrow(),
        new Window(instant(fields[6]), instant(fields[7])),
        fields[8].equals(NOTHING) ? null : Long.valueOf(fields[8]), isRetired(fields[5]), Long.parseLong(fields[1]));
  }

  private static boolean isRetired(String text) {
    return switch (text) {
      case RETIRED -> true;
      case IN_SERVICE -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static @Nullable Instant instant(String text) {
    return text.equals(NOTHING) ? null : Instant.parse(text);
  }

  private static String orNothing(@Nullable Object value) {
    return value == null ? NOTHING : value.toString();
  }
}
