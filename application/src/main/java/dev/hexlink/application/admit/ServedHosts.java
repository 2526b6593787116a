package dev.hexlink.application.admit;

import dev.hexlink.application.api.Hosts;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.TargetUrl;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The host names of this installation: the base URL's, which stands for the default host, and further ones under the same scheme. */
public final class ServedHosts implements Hosts {
  private final String baseUrl;
  private final String scheme;
  private final String defaultName;
  private final Set<Host> others;

  /**
   * @param baseUrl such as {@code https://hex.example}, without a slash at the end
   */
  public ServedHosts(String baseUrl, Collection<Host> others) {
    this.baseUrl = baseUrl;
    int hostStart = baseUrl.indexOf("://") + 3;
    this.scheme = baseUrl.substring(0, hostStart);
    int pathStart = baseUrl.indexOf('/', hostStart);
    this.defaultName = baseUrl.substring(hostStart, pathStart < 0 ? baseUrl.length() : pathStart)
        .toLowerCase(Locale.ROOT);
    this.others = others.stream().filter(host -> !host.isDefault() && !host.name().equals(defaultName))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Host served(String header) {
    if (others.isEmpty()) {
      return Host.DEFAULT;
    }
    return Host.parse(header).filter(others::contains).orElse(Host.DEFAULT);
  }

  @Override
  public Optional<Host> named(String name) {
    if (name.toLowerCase(Locale.ROOT).equals(defaultName)) {
      return Optional.of(Host.DEFAULT);
    }
    return Host.parse(name).filter(others::contains);
  }

  @Override
  public String nameOf(Host host) {
    return host.isDefault() ? defaultName : host.name();
  }

  @Override
  public String shortUrl(LinkKey key) {
    return (key.host().isDefault() ? baseUrl : scheme + key.host().name()) + "/" + key.code();
  }

  /** Every host, the default one included. */
  public List<Host> all() {
    return Stream.concat(Stream.of(Host.DEFAULT), others.stream().sorted()).toList();
  }

  /** Whether a target is on one of these hosts, so that a link to it could lead in circles. */
  public boolean serves(TargetUrl target) {
    String rest = target.value().substring(target.value().indexOf("://") + 3);
    String authority = plain(rest.substring(0, endOfAuthority(rest)));
    return authority.equals(plain(defaultName)) || Host.parse(authority).filter(others::contains).isPresent();
  }

  /** Without what names the same server: the dot of the root, and a port that need not be written. */
  private static String plain(String authority) {
    return authority.replaceFirst("\\.(?=:|$)", "").replaceFirst(":(80|443)$", "");
  }

  private static int endOfAuthority(String rest) {
    int end = 0;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
