package dev.hexlink.soak;

import dev.hexlink.benchmarks.Check;
import dev.hexlink.benchmarks.Findings;
import dev.hexlink.benchmarks.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a soak came to.
 *
 * @param secondsToRest how long after the load every visit was settled
 * @param withheld errands that were not begun as too many were under way
 */
record SoakReport(Diary diary, List<Episode> episodes, Audit audit, Balance balance, double secondsToRest,
    long withheld) {
  private static final double ANSWERED_MARK = 0.999;
  private static final double P99_MARK = 50;
  private static final double P99 = 0.99;

  void write(ProofOptions options, Findings findings) {
    findings.add(books());
    findings.add(failures());
    findings.add(mishaps());
    checkBooks(findings);
    checkRedirects(options, findings);
  }

  private Table books() {
    List<List<String>> rows = new ArrayList<>();
    row(rows, "Redirects attempted", audit.attempted());
    row(rows, "Redirects acknowledged", audit.acknowledged());
    row(rows, "Visits stored", audit.stored().visits());
    row(rows, "Visits lost", audit.lost());
    row(rows, "Visits duplicated", audit.duplicated());
    row(rows, "Visits recovered (stored, though nobody got the answer)", audit.recovered());
    row(rows, "Visits quarantined", audit.stored().quarantined());
    row(rows, "Visits beyond a link's budget", audit.overspent());
    row(rows, "Links acknowledged", audit.accounts().size());
    row(rows, "Links lost", audit.lostLinks());
    row(rows, "Creates that made two links", audit.doubledLinks());
    row(rows, "Codes on two links", audit.sharedCodes());
    rows.add(List.of("Seconds from the load's end to the balance at rest", seconds(secondsToRest)));
    return new Table("The books", List.of("What", "Count"), rows);
  }

  private Table failures() {
    List<Entry> all = diary.entries();
    List<List<String>> rows = Arrays.stream(Errand.values()).map(errand -> {
      List<Entry> of = all.stream().filter(entry -> entry.errand() == errand).toList();
      return List.of(errand.toString(), number(of.size()), number(count(of, Ending.ANSWERED)),
          number(of.stream().mapToLong(Entry::serverErrors).sum()), number(of.stream().mapToLong(Entry::broken).sum()),
          number(count(of, Ending.SERVER_ERROR)), number(count(of, Ending.UNANSWERED)), number(count(of, Ending.WRONG)),
          millis(Quantile.millis(of, P99)));
    }).toList();
    return new Table("Requests", List.of("Errand", "Asked", "Answered", "Attempts answered 5xx", "Attempts broken off",
        "In the end 5xx", "In the end unanswered", "Answered wrongly", "p99"), rows);
  }

  private Table mishaps() {
    List<List<String>> rows = episodes.stream().map(episode -> {
      List<Entry> cached = cached(episode);
      List<Entry> all = episode.entries(diary);
      return List.of(episode.name(), seconds(episode.seconds()),
          episode.timely() ? seconds(episode.secondsToRecover()) : "not in time", number(cached.size()),
          percent(answered(cached)), millis(Quantile.millis(cached, P99)), unanswered(all, Errand.UNCACHED),
          unanswered(all, Errand.CREATE));
    }).toList();
    return new Table("Through each mishap, until everything is well again",
        List.of("Mishap", "Lasted", "Recovered after",
            "Cached asked", "Cached answered", "Cached p99", "Other redirects failed", "Creates failed"),
        rows);
  }

  private void checkBooks(Findings findings) {
    check(findings, "No visit is lost", audit.lost() == 0,
        number(audit.lost()) + " of " + number(audit.acknowledged()));
    check(findings, "No visit is counted twice", audit.duplicated() == 0 && audit.unequalCounts() == 0,
        number(audit.duplicated()) + " beyond what was attempted, " + number(audit.unequalCounts())
            + " links whose counter, rows and quarters of an hour differ");
    check(findings, "No link is lost", audit.lostLinks() == 0 && audit.ledger().misleadingAnswers() == 0,
        number(audit.lostLinks()) + " of " + number(audit.accounts().size()) + ", and "
            + number(audit.ledger().misleadingAnswers())
            + " answers that were wrong for a link that stands");
    check(findings, "No code is on two links", audit.sharedCodes() == 0, number(audit.sharedCodes()));
    check(findings, "No create that is repeated makes two links", audit.doubledLinks() == 0,
        number(audit.doubledLinks()));
    check(findings, "No budget is exceeded", audit.overspent() == 0, number(audit.overspent()));
    check(findings, "The balance is at rest", balance.isAtRest() && balance.deadLetters() == 0, balance + ".");
    check(findings, "The load was steady", withheld == 0, number(withheld) + " requests withheld");
  }

  private void checkRedirects(ProofOptions options, Findings findings) {
    double least = episodes.stream().mapToDouble(episode -> answered(cached(episode))).min().orElse(0);
    check(findings, "Redirects of cached codes are answered through each mishap", least >= ANSWERED_MARK,
        "at least " + percent(least) + "; the mark is " + percent(ANSWERED_MARK));
    double longest = episodes.stream().mapToDouble(episode -> Quantile.millis(cached(episode), P99)).max().orElse(0);
    check(findings, "Their p99 stays below 50 ms" + (options.lenient() ? " (lenient)" : ""),
        longest <= P99_MARK || options.lenient(), "at most " + millis(longest));
    check(findings, "Everything recovers in time", episodes.stream().allMatch(Episode::timely),
        "at most " + seconds(episodes.stream().mapToDouble(Episode::secondsToRecover).max().orElse(0))
            + " after a mishap");
  }

  private List<Entry> cached(Episode episode) {
    return episode.entries(diary).stream().filter(entry -> entry.errand() == Errand.CACHED).toList();
  }

  private static String unanswered(List<Entry> entries, Errand errand) {
    List<Entry> of = entries.stream().filter(entry -> entry.errand() == errand).toList();
    return number(of.stream().filter(entry -> !entry.isAnswered()).count()) + " of " + number(of.size());
  }

  private static double answered(List<Entry> entries) {
    return entries.isEmpty() ? 1 : (double) count(entries, Ending.ANSWERED) / entries.size();
  }

  private static long count(List<Entry> entries, Ending ending) {
    return entries.stream().filter(entry -> entry.ending() == ending).count();
  }

  private static void check(Findings findings, String name, boolean holds, String explanation) {
    findings.add(new Check(name, holds, explanation));
  }

  private static void row(List<List<String>> rows, String what, long count) {
    rows.add(List.of(what, number(count)));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.1f ms", millis);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }
}
