package dev.hexlink.benchmarks;

import java.util.Locale;

/** What a figure is counted in, and how it is written. */
public enum Unit {
  PER_SECOND("%,.0f/s"), MICROS("%.2f µs"), MILLIS("%.2f ms"), SECONDS("%.2f s"), MEGABYTES("%.0f MB"), PERCENT(
      "%.3f %%"), COUNT("%,.0f");

  private final String format;

  Unit(String format) {
    this.format = format;
  }

  String write(double value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** The median, and between which figures the rounds lay. */
  String write(Samples samples) {
    String median = write(samples.median());
    if (samples.rounds().size() == 1) {
      return median;
    }
    return median + " (" + bare(samples.least()) + "–" + bare(samples.most()) + ")";
  }

  private String bare(double value) {
    return write(value).replaceAll("[^0-9.,]", "");
  }
}
