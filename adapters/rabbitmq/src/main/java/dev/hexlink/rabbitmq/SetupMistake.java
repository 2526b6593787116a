package dev.hexlink.rabbitmq;

import java.io.IOException;

/** Something that an operator has to put right, in words that say what. */
final class SetupMistake extends IOException {
  SetupMistake(String what, Throwable cause) {
    super(what, cause);
  }
}
