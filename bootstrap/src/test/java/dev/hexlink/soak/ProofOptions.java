package dev.hexlink.soak;

import dev.hexlink.benchmarks.Impossible;
import dev.hexlink.benchmarks.Terms;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What shall be shown, and how hard.
 *
 * @param seconds how long the load lasts, where that can be chosen
 * @param rate redirects a second
 * @param lenient whether a time above its mark is only shown, as on a machine that is busy with other things
 */
record ProofOptions(ProofName name, int seconds, int rate, long seed, boolean lenient,
    boolean markdown) implements Terms {
  static final String HELP = """
      ./hexlink bench PROOF [--seconds S] [--rate R] [--seed N] [--lenient] [--markdown]

      Each proof starts two redirecting instances, two workers, a PostgreSQL, a Redis and a RabbitMQ of its own, and ends these and no other
      processes; the servers' programs must be installed. Under the tables stands what must hold; the status is 0 only if it does.

      soak          one after the other is killed, stopped, cut off, emptied; then the client's books are compared with the store's tables
      sabotage      defects are built in on purpose: does a small soak, or a contract, notice each? (needs no instances, but a RabbitMQ, as tests do)
      flush         Redis is emptied under load, then an instance is restarted beside
      broker-away   RabbitMQ is away for a while
      coherence     changes on one instance reach the other, with and without Redis
      misses        every redirect is one of a code that no cache knows
      lag           how soon a visit is in the statistics
      ingest        how fast visits get from journals to the store, against COPY and against one insert per visit

      --seconds     how long the load lasts: 10 to 86400 (soak 120, flush 30, broker-away 60, misses 20, ingest 20)
      --rate        redirects a second: 1 to 100000 (soak 300, misses 500, flush, broker-away and ingest 2000)
      --seed        repeats what another run drew
      --lenient     shows times that are too long and lets them pass: for a machine that is busy with other things
      --markdown    prints tables as Markdown
      """;

  /**
   * @throws Impossible if an argument is not one of {@link #HELP}
   */
  static ProofOptions parse(String... arguments) {
    Deque<String> words = new ArrayDeque<>(List.of(arguments));
    ProofName name = named(words);
    ProofOptions options = new ProofOptions(name, name.seconds(), name.rate(), new Random().nextInt(1 << 30), false,
        false);
    while (!words.isEmpty()) {
      options = options.with(words.pop(), words);
    }
    return options;
  }

  private static ProofName named(Deque<String> words) {
    String word = words.isEmpty() ? "" : words.pop();
    return ProofName.of(word).orElseThrow(() -> new Impossible("there is no \"" + word + "\"\n\n" + HELP));
  }

  private ProofOptions with(String word, Deque<String> further) {
    return switch (word) {
      case "--seconds" ->
        new ProofOptions(name, (int) number(word, further, 10, 86_400), rate, seed, lenient, markdown);
      case "--rate" ->
        new ProofOptions(name, seconds, (int) number(word, further, 1, 100_000), seed, lenient, markdown);
      case "--seed" ->
        new ProofOptions(name, seconds, rate, number(word, further, Long.MIN_VALUE, Long.MAX_VALUE), lenient, markdown);
      case "--lenient" -> new ProofOptions(name, seconds, rate, seed, true, markdown);
      case "--markdown" -> new ProofOptions(name, seconds, rate, seed, lenient, true);
      default -> throw new Impossible("there is no \"" + word + "\"\n\n" + HELP);
    };
  }

  private static long number(String option, Deque<String> words, long least, long most) {
    String word = words.isEmpty() ? "" : words.pop();
    if (word.matches("-?[0-9]{1,19}")) {
      BigInteger number = new BigInteger(word);
      if (number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0) {
        return number.longValue();
      }
    }
    throw new Impossible(option + " takes a number from " + least + " to " + most + ", not \"" + word + "\"");
  }

  /** What repeats this run. */
  String command() {
    String load = name.rate() == 0 ? "" : " --seconds " + seconds + " --rate " + rate;
    return "./hexlink bench " + name.word() + load + " --seed " + seed + (lenient ? " --lenient" : "");
  }

  @Override
  public String conditions(double others) {
    return "By `" + command() + "`.";
  }

  @Override
  public Map<String, Object> facts() {
    return new TreeMap<>(Map.of("command", command()));
  }
}
