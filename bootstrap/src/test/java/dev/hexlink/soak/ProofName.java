package dev.hexlink.soak;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A proof by the name it is asked for, with the load it is made under unless told otherwise; 0 where that is not chosen. */
enum ProofName {
  SOAK(120, 300), SABOTAGE(0, 0), FLUSH(30, 2_000), BROKER_AWAY(60, 2_000), COHERENCE(0, 0), MISSES(20, 500), LAG(0,
      0), INGEST(20, 2_000);

  private final int seconds;
  private final int rate;

  ProofName(int seconds, int rate) {
    this.seconds = seconds;
    this.rate = rate;
  }

  static Optional<ProofName> of(String word) {
    return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
  }

  Proof proof(ProofOptions options) {
    return switch (this) {
      case SOAK -> new Soak(options);
      case SABOTAGE -> new Sabotage(options.seed());
      case FLUSH -> new Flush(options);
      case BROKER_AWAY -> new BrokerAway(options);
      case COHERENCE -> new Coherence(options);
      case MISSES -> new Misses(options);
      case LAG -> new Lag(options);
      case INGEST -> new Ingest(options);
    };
  }

  /** How it is written on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int seconds() {
    return seconds;
  }

  /** Redirects a second. */
  int rate() {
    return rate;
  }
}
