package dev.hexlink.http.link;

import dev.hexlink.application.api.Hosts;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads which link a request of the API is about: the code in its path, and {@code ?domain=} where it is not the default. */
@Singleton
public final class LinkKeys {
  private final Hosts hosts;

  LinkKeys(Hosts hosts) {
    this.hosts = hosts;
  }

  /**
   * @throws Refused if no link can have such a key
   */
  public LinkKey of(String code, HttpRequest<?> request) {
    ShortCode shortCode = ShortCode.parse(code)
        .orElseThrow(() -> new Refused(Problem.of(ProblemType.LINK_NOT_FOUND)));
    return new LinkKey(host(request), shortCode);
  }

  private Host host(HttpRequest<?> request) {
    @Nullable
    String domain = request.getParameters().get("domain");
    if (domain == null || domain.isEmpty()) {
      return Host.DEFAULT;
    }
    return hosts.named(domain).orElseThrow(() -> new Refused(
        Problem.ofField("domain", ProblemType.INVALID_PARAMETER, ProblemType.UNKNOWN_DOMAIN.explanation())));
  }
}
