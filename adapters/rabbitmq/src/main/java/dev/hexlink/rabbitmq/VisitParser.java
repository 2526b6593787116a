package dev.hexlink.rabbitmq;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** Makes visits out of the fields of a letter. Epoch and host, which mostly are those of the visit before, are parsed when they change. */
final class VisitParser {
  private static final int UUID_LENGTH = 36;

  private final Map<LetterField, String> fields = new EnumMap<>(LetterField.class);
  private final Timestamps timestamps = new Timestamps();
  private String epochText = "";
  private Epoch epoch = new Epoch(0, 0);
  private Host host = Host.DEFAULT;

  void clear() {
    fields.clear();
  }

  void put(LetterField field, String value) {
    fields.put(field, value);
  }

  /**
   * The visit that the fields tell of.
   *
   * @throws IllegalArgumentException if a field is missing, or is not what it should be
   * @throws java.time.DateTimeException if the timestamp is none
   * @throws ArithmeticException if it is out of reach
   */
  Visit visit() {
    VisitId id = new VisitId(epoch(), number(LetterField.SEQUENCE));
    LinkId link = link();
    LinkKey key = new LinkKey(host(), code());
    return new Visit(id, new VisitFacts(link, key, timestamps.read(get(LetterField.TIMESTAMP)), network(),
        number(LetterField.VISITOR), get(LetterField.USER_AGENT), get(LetterField.REFERRER), prefetch()));
  }

  private String get(LetterField field) {
    String value = fields.get(field);
    if (value == null) {
      throw new IllegalArgumentException("no " + field.wire());
    }
    return value;
  }

  private Epoch epoch() {
    String text = get(LetterField.EPOCH);
    if (!text.equals(epochText)) {
      epoch = Epoch.parse(text).orElseThrow(() -> wrong(LetterField.EPOCH));
      epochText = text;
    }
    return epoch;
  }

  private Host host() {
    String text = get(LetterField.HOST);
    if (!text.equals(host.name())) {
      host = Host.parse(text).orElseThrow(() -> wrong(LetterField.HOST));
    }
    return host;
  }

  private LinkId link() {
    String text = get(LetterField.LINK_ID);
    if (text.length() != UUID_LENGTH) {
      throw wrong(LetterField.LINK_ID);
    }
    return new LinkId(UUID.fromString(text));
  }

  private ShortCode code() {
    return ShortCode.parse(get(LetterField.SHORT_CODE)).orElseThrow(() -> wrong(LetterField.SHORT_CODE));
  }

  private long number(LetterField field) {
    try {
      return Long.parseLong(get(field));
    } catch (NumberFormatException e) {
      throw wrong(field);
    }
  }

  private Network network() {
    String text = get(LetterField.IP);
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw wrong(LetterField.IP);
    }
    Network network = Network.of(address(text.substring(0, slash)));
    if (!text.substring(slash).equals(network.ipv6() ? "/48" : "/24")) {
      throw wrong(LetterField.IP);
    }
    return network;
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.ofLiteral(literal);
    } catch (IllegalArgumentException e) {
      throw wrong(LetterField.IP);
    }
  }

  private boolean prefetch() {
    return switch (get(LetterField.PREFETCH)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(LetterField.PREFETCH);
    };
  }

  private static IllegalArgumentException wrong(LetterField field) {
    return new IllegalArgumentException("its " + field.wire() + " is not what it can be");
  }
}
