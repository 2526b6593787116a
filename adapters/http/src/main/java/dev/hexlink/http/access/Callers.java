package dev.hexlink.http.access;

import dev.hexlink.application.api.AdmitCallers;
import dev.hexlink.application.api.Caller;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.netty.util.NetUtil;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** Tells who calls the API: the owner of a key, or whoever is at an address. */
@Singleton
public final class Callers {
  private static final String CALLER = "hexlink.caller";
  private static final int LONGEST_KEY = 256;
  private static final int IPV6_HOST_BYTES = 8;
  /** What is answered to whoever shows no key, or a wrong one. */
  public static final Problem UNAUTHORIZED = Problem.of(ProblemType.UNAUTHORIZED)
      .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"hexlink\"");
  private final AdmitCallers admission;
  private final ClientAddresses addresses;

  Callers(AdmitCallers admission, ClientAddresses addresses) {
    this.admission = admission;
    this.addresses = addresses;
  }

  /** Who makes a request that was admitted. */
  public static Caller of(HttpRequest<?> admitted) {
    return admitted.getAttribute(CALLER, Caller.class)
        .orElseThrow(() -> new IllegalStateException("the access filter was passed by"));
  }

  /**
   * Finds out who makes a request. Blocks.
   *
   * @throws Refused if a key is needed and missing, or there and wrong
   */
  void admit(HttpRequest<?> request) {
    request.setAttribute(CALLER, callerOf(request));
  }

  private Caller callerOf(HttpRequest<?> request) {
    String key = PresentedKey.in(request.getHeaders());
    if (key != null) {
      return withKey(key).orElseThrow(() -> new Refused(UNAUTHORIZED));
    }
    if (!admission.isOpen()) {
      throw new Refused(UNAUTHORIZED);
    }
    return new Caller("address:" + network(addresses.of(request)), true);
  }

  private Optional<Caller> withKey(String key) {
    return key.isBlank() || key.length() > LONGEST_KEY ? Optional.empty() : admission.withKey(key);
  }

  /** Whoever holds an IPv6 address holds its whole /64. */
  private static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length <= IPV6_HOST_BYTES) {
      return address.getHostAddress();
    }
    Arrays.fill(bytes, IPV6_HOST_BYTES, bytes.length, (byte) 0);
    return NetUtil.bytesToIpAddress(bytes) + "/64";
  }
}
