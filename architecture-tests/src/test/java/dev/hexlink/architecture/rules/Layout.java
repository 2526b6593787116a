package dev.hexlink.architecture.rules;

import java.util.List;
import java.util.stream.Stream;

/** Where each part of the hexagon lives, below a root package. */
public record Layout(String root) {
  public static final Layout PRODUCTION = new Layout("dev.hexlink");
  /** The same parts, in small classes that break every rule. */
  public static final Layout BROKEN = new Layout("dev.hexlink.architecture.broken");
  /** Each adapter module, which is also the name of its package. */
  public static final List<String> ADAPTERS = List.of("embedded", "http", "journal", "keygen", "postgres", "rabbitmq",
      "redis");

  String everything() {
    return root + "..";
  }

  String domain() {
    return part("domain");
  }

  String application() {
    return part("application");
  }

  String api() {
    return root + ".application.api";
  }

  String spi() {
    return root + ".application.spi";
  }

  String bootstrap() {
    return part("bootstrap");
  }

  String contracts() {
    return part("contracts");
  }

  String adapter(String name) {
    return part(name);
  }

  String[] adapters() {
    return ADAPTERS.stream().map(this::part).toArray(String[]::new);
  }

  /** The parts that are deployed. */
  String[] shipped() {
    return parts().filter(part -> !part.equals(contracts())).toArray(String[]::new);
  }

  /** Every part, by its package pattern; none of them may be empty. */
  public Stream<String> parts() {
    return Stream.concat(Stream.of(domain(), api(), spi(), application(), contracts(), bootstrap()),
        ADAPTERS.stream().map(this::part));
  }

  private String part(String name) {
    return root + "." + name + "..";
  }
}
