package dev.hexlink.bootstrap.configuration;

import dev.hexlink.application.api.Role;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What concerns Hexlink as a whole.
 *
 * @param data the directory that holds the embedded store and the visit journal
 * @param baseUrl the address that short URLs begin with; by default http://localhost and the server's port
 * @param domains further host names to serve, beside the base URL's
 * @param roles what this instance does: any of redirect, api, worker, keygen
 * @param stack the name under which this deployment, region or language counts its codes, apart from others in the same store
 * @param access who may use the API: open (everybody) or keys (callers with an API key)
 * @param initialApiKey the API key that is made when there is none; a secret
 */
@ConfigurationProperties("hexlink")
public record HexlinkConfiguration(
    @Bindable(defaultValue = "./data") Path data,
    @Nullable String baseUrl,
    @Bindable(defaultValue = "") List<String> domains,
    @Bindable(defaultValue = "redirect,api,worker,keygen") Set<Role> roles,
    @Bindable(defaultValue = "default") String stack,
    @Bindable(defaultValue = "open") Access access,
    @Nullable String initialApiKey) {

  public HexlinkConfiguration {
    domains = domains.stream().map(String::strip).filter(domain -> !domain.isEmpty()).toList();
    roles = Set.copyOf(roles);
    baseUrl = baseUrl == null ? null : BaseUrl.parse(baseUrl);
    if (roles.isEmpty()) {
      throw SettingRefusal.of("hexlink.roles", "", "any of redirect, api, worker, keygen");
    }
    if (!Stack.isName(stack)) {
      throw SettingRefusal.of("hexlink.stack", stack, "1 to 32 of a-z, 0-9 and -");
    }
    if (initialApiKey != null && initialApiKey.isBlank()) {
      throw SettingRefusal.ofSecret("hexlink.initial-api-key", "any text that is not blank");
    }
    for (String domain : domains) {
      if (Host.parse(domain).isEmpty()) {
        throw SettingRefusal.of("hexlink.domains", domain, "host names, such as go.example.org");
      }
    }
  }

  /** The roles as they are written in settings. */
  public String roleNames() {
    return roles.stream().sorted().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
  }

  /** The further host names to serve. */
  public List<Host> hosts() {
    return domains.stream().flatMap(domain -> Host.parse(domain).stream()).toList();
  }

  @Override
  public String toString() {
    return "HexlinkConfiguration[data " + data + ", base URL " + baseUrl + ", domains " + domains + ", roles " + roles
        + ", stack " + stack + ", access " + access + "]";
  }
}
