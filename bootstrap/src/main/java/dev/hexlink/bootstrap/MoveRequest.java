package dev.hexlink.bootstrap;

import dev.hexlink.application.api.StartRefused;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which store is to be moved into which.
 *
 * @param from the name its adapters are offered under
 * @param to the name the other's adapters are offered under
 * @param settings what else was set
 */
record MoveRequest(String from, String to, List<String> settings) {
  private static final String USAGE = "; say ./hexlink move --to postgres, and --from where the store is not h2";

  MoveRequest {
    settings = List.copyOf(settings);
  }

  /**
   * Reads {@code --from h2 --to postgres}, each also with {@code =}, in any order and with settings in between.
   *
   * @throws StartRefused if it is anything else
   */
  static MoveRequest of(List<String> args) {
    String from = "h2";
    String to = null;
    List<String> settings = new ArrayList<>();
    for (Iterator<String> rest = args.iterator(); rest.hasNext();) {
      String arg = rest.next();
      switch (nameOf(arg)) {
        case "--from" -> from = valueOf(arg, rest);
        case "--to" -> to = valueOf(arg, rest);
        default -> settings.add(setting(arg));
      }
    }
    return checked(from, to, settings);
  }

  private static MoveRequest checked(String from, @Nullable String to, List<String> settings) {
    if (to == null) {
      throw new StartRefused("--to", "nothing says where to" + USAGE);
    }
    if (from.equals(to)) {
      throw new StartRefused("--to", "the store is \"" + from + "\" already" + USAGE);
    }
    return new MoveRequest(from, to, settings);
  }

  private static String nameOf(String arg) {
    int end = arg.indexOf('=');
    return end < 0 ? arg : arg.substring(0, end);
  }

  private static String valueOf(String arg, Iterator<String> rest) {
    int end = arg.indexOf('=');
    if (end < 0 && !rest.hasNext()) {
      throw new StartRefused(arg, arg + " names no store" + USAGE);
    }
    return end < 0 ? rest.next() : arg.substring(end + 1);
  }

  private static String setting(String arg) {
    if (!arg.startsWith("-") || !arg.contains("=")) {
      throw new StartRefused(arg, "\"" + arg + "\" means nothing here" + USAGE);
    }
    return arg;
  }
}
