package dev.hexlink.bootstrap;

import java.util.List;

/** Runs the server until it is told to stop, or a command. */
public final class Main {
  private Main() {}

  /** @param args settings in the form {@code -hexlink.base-url=https://go.example.org}, behind the name of a command if there is one */
  @SuppressWarnings("SystemOut") // the one line that people and scripts wait for is no log line
  public static void main(String[] args) {
    if (Commands.isAskedForBy(args)) {
      System.exit(Commands.run(System.getenv(), List.of(args), System.out::println, System.err::println));
    }
    try {
      Server server = Server.start(System.getenv(), args);
      stopOnSignal(server);
      System.out.println("Hexlink is ready: " + server.baseUrl());
    } catch (RuntimeException e) {
      System.err.println("Hexlink cannot start: " + StartFailure.lineOf(e));
      System.exit(1);
    }
  }

  /** A stop that was asked for is a success, so the process ends with 0 and not with the signal's number. */
  private static void stopOnSignal(Server server) {
    Runtime runtime = Runtime.getRuntime();
    runtime.addShutdownHook(new Thread(() -> {
      server.close();
      System.out.flush();
      runtime.halt(0);
    }, "stop"));
  }
}
