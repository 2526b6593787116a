package dev.hexlink.http.lease;

import dev.hexlink.domain.code.CodeBlock;
import io.micronaut.serde.annotation.Serdeable;

/** A leased block of counts, {@code [start, end)}. */
@Serdeable
public record LeaseJson(String stack, long start, long end) {
  static LeaseJson from(String stack, CodeBlock block) {
    return new LeaseJson(stack, block.start(), block.end());
  }
}
