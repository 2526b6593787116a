package dev.hexlink.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.benchmarks.Figure.Reference;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final Findings findings = new Findings();

  @Test
  void putsReferenceRatioAndCommandBesideEachFigure() {
    findings.add(new Figure("Redirects per second", Unit.PER_SECOND, Samples.of(80, 90),
        new Reference("nginx", Samples.of(100, 100)), "./hexlink bench redirects"));
    findings.add(new Figure("Memory", Unit.MEGABYTES, Samples.of(180), null, "./hexlink bench memory"));

    assertThat(report(0.01).markdown()).contains("""
        | Measured | Hexlink | Reference | Ratio | Command |
        |---|---|---|---|---|
        | Redirects per second | 85/s (80–90) | nginx: 100/s (100–100) | 0.85 | `./hexlink bench redirects` |
        | Memory | 180 MB |  |  | `./hexlink bench memory` |
        """);
    assertThat(report(0.01).text()).contains("""
        Measured               Hexlink        Reference                Ratio   Command
        ────────────────────   ────────────   ──────────────────────   ─────   ───────────────────────────
        Redirects per second   85/s (80–90)   nginx: 100/s (100–100)   0.85    `./hexlink bench redirects`
        Memory                 180 MB                                          `./hexlink bench memory`
        """);
  }

  @Test
  void saysWhenTheMachineWasTooBusy() {
    assertThat(report(0.04).text()).contains("used 4.0 % of the machine.").doesNotContain("too busy");
    assertThat(report(0.06).text()).contains("used 6.0 % of the machine: too busy");
  }

  @Test
  void saysWhatDidNotHold() {
    findings.add(new Check("Visits are exact", false, "9 stored, 10 answered"));

    assertThat(report(0).text()).contains("Visits are exact: NO. 9 stored, 10 answered");
  }

  @Test
  void keepsEveryRoundAsJson() {
    findings.add(new Figure("A \"name\"", Unit.SECONDS, Samples.of(2, 1, 3), null, "c"));
    findings.add(new Check("Exact", true, "all"));

    assertThat(report(0.5).json()).contains("\"othersShare\": 0.5", """
        "figures": [
            {
              "name": "A \\"name\\"",
              "unit": "seconds",
              "hexlink": {
                "median": 2.0,
                "rounds": [2.0, 1.0, 3.0]
              },
              "command": "c"
            }
          ],
        """.stripTrailing(), "\"holds\": true");
  }

  private Report report(double others) {
    Machine machine = new Machine("a processor", 2, 1024, "Linux", "25", "abc");
    return new Report(Instant.EPOCH, Options.parse(), machine, others, findings);
  }
}
