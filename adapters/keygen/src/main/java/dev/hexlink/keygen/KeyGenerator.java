package dev.hexlink.keygen;

import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instance in the role of key generator, at its address. */
final class KeyGenerator {
  private static final int OK = 200;

  private final URI address;
  private final String key;
  private final Calls calls;
  private volatile @Nullable String lastFailure;

  KeyGenerator(URI address, String key, Calls calls) {
    this.address = address;
    this.key = key;
    this.calls = calls;
  }

  /**
   * Asks for a block.
   *
   * @param least what its counts begin at or above: lower ones were leased before
   */
  Lease lease(Stack stack, int size, long least) {
    Lease lease = ask(stack, size, least);
    lastFailure = lease instanceof Lease.None(var why) ? why : null;
    return lease;
  }

  /** What is wrong with it: does it answer, and what came of the last lease? */
  Optional<String> complaint() {
    try {
      int status = calls.send(HttpRequest.newBuilder(at("/healthz"))).statusCode();
      return status == OK ? Optional.ofNullable(lastFailure) : Optional.of(named("/healthz answers " + status));
    } catch (IOException e) {
      return Optional.of(named(reason(e)));
    }
  }

  private Lease ask(Stack stack, int size, long least) {
    try {
      HttpResponse<byte[]> answer = calls.send(HttpRequest.newBuilder(at("/allocate"))
          .header("Content-Type", "application/json").header("Accept", "application/json").header("X-Api-Key", key)
          .POST(BodyPublishers.ofString(LeaseText.wish(stack, size))));
      return answer.statusCode() == OK ? judge(answer.body(), stack, size, least) : none(refusal(answer));
    } catch (IOException e) {
      return none(reason(e));
    }
  }

  private Lease judge(byte[] answer, Stack stack, int size, long least) {
    Optional<CodeBlock> block = LeaseText.block(answer, stack, size);
    if (block.isEmpty()) {
      return none("answers something else than a block");
    }
    return block.get().start() < least
        ? none("leases counts that were leased before; does it stand on the same store?")
        : new Lease.Block(block.get());
  }

  private static String refusal(HttpResponse<byte[]> answer) {
    return "answers " + answer.statusCode() + LeaseText.problemCode(answer.body()).map(code -> " " + code).orElse("");
  }

  private String reason(IOException failure) {
    return switch (failure) {
      case HttpTimeoutException _ -> "does not answer within " + calls.timeout().toMillis() + " ms";
      case ConnectException _ -> "cannot be connected to";
      default -> "breaks off";
    };
  }

  private Lease none(String why) {
    return new Lease.None(named(why));
  }

  private String named(String why) {
    return address + " " + why;
  }

  private URI at(String path) {
    return URI.create(address + path);
  }
}
