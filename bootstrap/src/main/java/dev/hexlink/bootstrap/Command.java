package dev.hexlink.bootstrap;

import dev.hexlink.application.api.StartRefused;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Something the program does once, in place of running the server. */
@FunctionalInterface
interface Command {
  /**
   * Does it all.
   *
   * @param variables the environment variables
   * @param args what stands after the command's name
   * @param say takes a line for whoever waits
   * @throws StartRefused if it cannot be done as it was asked for
   */
  void run(Map<String, String> variables, List<String> args, Consumer<String> say);
}
