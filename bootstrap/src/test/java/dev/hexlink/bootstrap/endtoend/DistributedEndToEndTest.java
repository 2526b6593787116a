package dev.hexlink.bootstrap.endtoend;

import org.junit.jupiter.api.Tag;

/** Hexlink as one of many instances. */
@Tag("server")
class DistributedEndToEndTest extends EndToEndCases {
  @Override
  Mix mix() {
    return Mix.distributed();
  }
}
