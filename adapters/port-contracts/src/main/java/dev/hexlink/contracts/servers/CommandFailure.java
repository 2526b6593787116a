package dev.hexlink.contracts.servers;

import java.util.List;

/** A command did not do what it was for. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  CommandFailure(List<String> words, String what) {
    super(String.join(" ", words) + " " + what);
  }
}
