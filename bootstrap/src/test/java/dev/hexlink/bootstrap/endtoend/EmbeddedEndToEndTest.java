package dev.hexlink.bootstrap.endtoend;

/** Hexlink as it comes. */
class EmbeddedEndToEndTest extends EndToEndCases {
  @Override
  Mix mix() {
    return Mix.embedded();
  }
}
