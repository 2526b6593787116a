package dev.hexlink.soak;

import dev.hexlink.benchmarks.Check;
import dev.hexlink.benchmarks.Figure;
import dev.hexlink.benchmarks.Figure.Reference;
import dev.hexlink.benchmarks.Findings;
import dev.hexlink.benchmarks.Samples;
import dev.hexlink.benchmarks.Unit;

/** Writes figures, and whether they keep to their marks, into the findings of a proof. */
record Marks(ProofOptions options, Findings findings) {
  void figure(String name, Unit unit, Samples samples) {
    findings.add(new Figure(name, unit, samples, null, "`" + options.command() + "`"));
  }

  void figure(String name, Unit unit, double value) {
    figure(name, unit, Samples.of(value));
  }

  void figure(String name, Unit unit, double value, String reference, double referenceValue) {
    findings.add(new Figure(name, unit, Samples.of(value), new Reference(reference, Samples.of(referenceValue)),
        options.command()));
  }

  void check(String name, boolean holds, String explanation) {
    findings.add(new Check(name, holds, explanation));
  }

  /** A time that must not be longer than its mark, unless the machine is said to be busy. */
  void inTime(String name, double value, double mark, Unit unit) {
    boolean excused = value > mark && options.lenient();
    check(name + (excused ? " (too long, and let pass)" : ""), value <= mark || options.lenient(),
        "%.1f; the mark is %.1f (%s)".formatted(value, mark, unit == Unit.MILLIS ? "ms" : "s"));
  }

  /** Every visit is settled, and the books and the store agree. */
  void exact(Audit audit, Balance balance) {
    check("The balance is at rest", balance.isAtRest() && balance.deadLetters() == 0, balance + ".");
    check("Visits are exact", audit.lost() == 0 && audit.duplicated() == 0 && audit.unequalCounts() == 0,
        "%,d acknowledged, %,d attempted, %,d stored; %,d lost, %,d duplicated, %,d links with unequal counts"
            .formatted(
                audit.acknowledged(), audit.attempted(), audit.stored().visits(), audit.lost(), audit.duplicated(),
                audit.unequalCounts()));
  }
}
