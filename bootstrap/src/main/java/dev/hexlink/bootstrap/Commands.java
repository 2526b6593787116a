package dev.hexlink.bootstrap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The commands by their names. */
final class Commands {
  private static final Map<String, Command> ALL = new TreeMap<>(
      Map.of("move", new MoveCommand(), "redrive", new RedriveCommand()));

  private Commands() {}

  /** Whether arguments ask for a command and not for the server; settings begin with a hyphen. */
  static boolean isAskedForBy(String... args) {
    return args.length > 0 && !args[0].startsWith("-");
  }

  /**
   * Runs the command that the first argument names.
   *
   * @param say takes what the command says
   * @param complain takes one line when it failed
   * @return the exit code: 0 when it is done, 1 when it was refused or failed
   */
  static int run(Map<String, String> variables, List<String> args, Consumer<String> say, Consumer<String> complain) {
    String name = args.getFirst();
    Command command = ALL.get(name);
    if (command == null) {
      complain.accept("There is no command \"" + name + "\"; there are: " + String.join(", ", ALL.keySet())
          + "; without one the server runs");
      return 1;
    }
    try {
      command.run(variables, args.subList(1, args.size()), say);
      return 0;
    } catch (RuntimeException e) {
      complain.accept("Hexlink cannot " + name + ": " + StartFailure.lineOf(e));
      return 1;
    }
  }
}
