package dev.hexlink.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What shall be measured, and for how long.
 *
 * @param rounds how often subject and reference take turns
 * @param seconds how long each of them is under load in a round
 */
record Options(Set<Part> parts, int rounds, int seconds, int connections, boolean markdown) implements Terms {
  private static final double QUIET = 0.05;

  static final String HELP = """
      ./hexlink bench [redirects|creates|start|memory|all] [--rounds N] [--seconds S] [--connections C] [--markdown]

      redirects     one hot link against nginx's `return 307`, with the storing of every visit; memory before and after
      creates       one link a request, and 1,000 a request, against appends forced to the disk
      start         from the start of the process to the line `Hexlink is ready`
      memory        the same run as redirects, but only its figures of memory
      all           everything (default)
      --rounds      how often subject and reference take turns: 1 to 50, default 5
      --seconds     how long each is under load in a round: 1 to 600, default 5
      --connections kept open by the load generator: 1 to 4096, default 64
      --markdown    prints the table for docs/performance.md

      Uses nginx and wrk; where one is missing, installs it with apt-get (as root) and says so.

      ./hexlink bench soak|sabotage|flush|broker-away|coherence|misses|lag|ingest puts Postgres, Redis and RabbitMQ behind it and through faults;
      ./hexlink bench soak --help tells how.
      """;

  private static final Options DEFAULT = new Options(EnumSet.of(Part.REDIRECTS, Part.CREATES, Part.START), 5, 5, 64,
      false);

  /**
   * @throws Impossible if an argument is not one of {@link #HELP}
   */
  static Options parse(String... arguments) {
    Deque<String> words = new ArrayDeque<>(List.of(arguments));
    Options options = DEFAULT;
    while (!words.isEmpty()) {
      options = options.with(words.pop(), words);
    }
    return options;
  }

  private Options with(String word, Deque<String> further) {
    return switch (word) {
      case "all" -> new Options(DEFAULT.parts, rounds, seconds, connections, markdown);
      case "redirects", "creates", "start", "memory" ->
        new Options(EnumSet.of(Part.valueOf(word.toUpperCase(Locale.ROOT))), rounds, seconds, connections, markdown);
      case "--rounds" -> new Options(parts, number(word, further, 50), seconds, connections, markdown);
      case "--seconds" -> new Options(parts, rounds, number(word, further, 600), connections, markdown);
      case "--connections" -> new Options(parts, rounds, seconds, number(word, further, 4096), markdown);
      case "--markdown" -> new Options(parts, rounds, seconds, connections, true);
      default -> throw new Impossible("there is no \"" + word + "\"\n\n" + HELP);
    };
  }

  private static int number(String option, Deque<String> words, int most) {
    String word = words.isEmpty() ? "" : words.pop();
    int number = word.matches("[0-9]{1,4}") ? Integer.parseInt(word) : 0;
    if (number < 1 || number > most) {
      throw new Impossible(option + " takes a number from 1 to " + most + ", not \"" + word + "\"");
    }
    return number;
  }

  @Override
  public String conditions(double others) {
    return String.format(Locale.ROOT, "Medians of %d rounds of %d s with %d connections (least–most)."
        + " Programs of others used %.1f %% of the machine%s.", rounds, seconds, connections, others * 100,
        others > QUIET ? ": too busy, do not keep these figures" : "");
  }

  @Override
  public Map<String, Object> facts() {
    return new TreeMap<>(Map.of("rounds", rounds, "seconds", seconds, "connections", connections));
  }

  /** The command that measures one part with these options. */
  String command(String part) {
    return "./hexlink bench " + part
        + (rounds == DEFAULT.rounds ? "" : " --rounds " + rounds)
        + (seconds == DEFAULT.seconds ? "" : " --seconds " + seconds)
        + (connections == DEFAULT.connections ? "" : " --connections " + connections);
  }
}
