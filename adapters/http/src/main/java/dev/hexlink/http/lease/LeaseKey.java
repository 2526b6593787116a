package dev.hexlink.http.lease;

import dev.hexlink.http.access.Callers;
import dev.hexlink.http.access.PresentedKey;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The key that instances show to lease counts; no API key is as good. Without one nobody is served: whoever leases can use up every code. */
@Singleton
final class LeaseKey {
  private final byte @Nullable [] key;

  LeaseKey(@Property(name = "hexlink.keygen.key") @Nullable String key) {
    this.key = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws Refused unless the request shows the key
   */
  void check(HttpRequest<?> request) {
    if (key == null) {
      throw new Refused(Problem.of(ProblemType.KEYGEN_KEY_MISSING));
    }
    String shown = PresentedKey.in(request.getHeaders());
    if (shown == null || !MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), key)) {
      throw new Refused(Callers.UNAUTHORIZED);
    }
  }
}
