package dev.hexlink.contracts.servers;

/** A server that a test needs does not answer, or is not even installed, which fails the test. */
public final class MissingServer extends AssertionError {
  private static final long serialVersionUID = 1;

  MissingServer(String name, String address, Throwable cause) {
    super(name + " does not answer at " + address + " (" + cause.getMessage()
        + "): run ./hexlink test, which has one stand ready", cause);
  }

  MissingServer(String name, String program) {
    super(name + " is not installed, as its program " + program + " is nowhere: run ./hexlink test, which installs it");
  }
}
