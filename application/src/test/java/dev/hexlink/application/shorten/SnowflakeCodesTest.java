package dev.hexlink.application.shorten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.hexlink.application.fakes.HeapWorkerNumbers;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Race;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.fakes.Seeds;
import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.WorkerNumbers;
import dev.hexlink.domain.code.Alphabet;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Snowflake;
import dev.hexlink.domain.code.WordPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnowflakeCodesTest {
  private static final Instant NOW = MutableClock.START;

  private final HeapWorkerNumbers workers = new HeapWorkerNumbers(1_024);
  private final MutableClock clock = new MutableClock();
  private final SnowflakeCodes codes = codes(workers, "one", clock);

  private static SnowflakeCodes codes(WorkerNumbers from, String holder, MutableClock clock) {
    return new SnowflakeCodes(from, holder, Samples.KEY, Alphabet.BASE62, WordPolicy.standard(), clock);
  }

  @Test
  void tellsTimeAndWorker() {
    Snowflake.Mark mark = Snowflake.Mark.before(NOW).next(NOW);

    assertThat(number(codes.next())).isEqualTo(Snowflake.number(mark, 0));
    assertThat(number(codes(workers, "two", clock).next())).isEqualTo(Snowflake.number(mark, 1));
  }

  @Test
  void borrowsFromTheNextMillisecondWhenOneIsUsedUp() {
    assertThat(IntStream.range(0, 10_000).mapToObj(_ -> codes.next().code())).doesNotHaveDuplicates();
  }

  @Test
  void givesEachCodeOnceToManyAtATime() {
    List<AllocatedCode> all = Race.of(16, _ -> IntStream.range(0, 500).mapToObj(_ -> codes.next()).toList()).stream()
        .flatMap(List::stream).toList();

    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void neverGoesBackWithTheClock() {
    long before = number(codes.next());
    clock.advance(Duration.ofHours(-1));

    assertThat(number(codes.next())).isGreaterThan(before);
  }

  @Test
  void renewsItsLoanWhenTwoThirdsHavePassed() {
    codes.next();
    clock.advance(Duration.ofMinutes(6));
    codes.next();
    assertThat(workers.calls()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(1));
    codes.next();
    codes.next();
    assertThat(workers.calls()).isEqualTo(2);
  }

  @Test
  void goesOnWithAValidLoanWhileItCannotBeRenewed() {
    codes.next();
    workers.outage.begin();
    clock.advance(Duration.ofMinutes(7));
    List<AllocatedCode> given = IntStream.range(0, 100).mapToObj(_ -> codes.next()).toList();
    assertThat(given).doesNotHaveDuplicates();
    assertThat(workers.calls()).as("not asked for each code").isEqualTo(2);

    clock.advance(Duration.ofMinutes(2));
    codes.next();
    clock.advance(Duration.ofMinutes(1));
    assertThatThrownBy(codes::next).as("the loan is over").isInstanceOf(CodeCounterUnavailable.class);
    workers.outage.end();
    codes.next();
  }

  @Test
  void givesNoCodesWithoutALoan() {
    workers.outage.begin();

    assertThatThrownBy(codes::next).isInstanceOf(CodeCounterUnavailable.class);
  }

  @Test
  void leavesTheMillisecondAloneInWhichAnEarlierLoanEnds() {
    Instant end = NOW.plusNanos(500_000);
    WorkerNumbers exact = mock();
    when(exact.borrow(any(), any(), any())).thenReturn(new WorkerNumbers.Loan(5, end, NOW.plusSeconds(600)));

    long next = number(codes(exact, "later", clock).next());
    assertThat(next).isEqualTo(Snowflake.number(Snowflake.Mark.before(NOW.plusMillis(1)).next(NOW.plusMillis(1)), 5));
  }

  @Test
  void beginsWhereALoanBegins() {
    WorkerNumbers late = mock();
    when(late.borrow(any(), any(), any()))
        .thenReturn(new WorkerNumbers.Loan(5, NOW.plusSeconds(60), NOW.plusSeconds(660)));
    SnowflakeCodes early = codes(late, "early", clock);

    Instant from = NOW.plusSeconds(60);
    assertThat(number(early.next())).isEqualTo(Snowflake.number(Snowflake.Mark.before(from).next(from), 5));
    assertThat(number(early.next()))
        .isEqualTo(Snowflake.number(Snowflake.Mark.before(from).next(from).next(from), 5));
  }

  @Test
  void givesNoCodeTwiceHoweverClocksJump() {
    Random random = Seeds.fresh();
    HeapWorkerNumbers few = new HeapWorkerNumbers(4);
    Set<ShortCode> given = new HashSet<>();
    List<MutableClock> clocks = new ArrayList<>();
    List<SnowflakeCodes> holders = new ArrayList<>();
    int refusals = 0;
    for (int step = 0; step < 20_000; step++) {
      if (holders.size() < 3 || random.nextInt(2_000) == 0) {
        MutableClock another = new MutableClock();
        another.advance(Duration.ofSeconds(random.nextInt(7_200)));
        clocks.add(another);
        holders.add(codes(few, "holder" + holders.size(), another));
      }
      int holder = Math.max(0, holders.size() - 1 - random.nextInt(4));
      if (random.nextInt(20) == 0) {
        clocks.get(holder).advance(Duration.ofMillis(random.nextInt(1_200_000) - 400_000));
      } else if (random.nextInt(3) == 0) {
        clocks.get(holder).advance(Duration.ofNanos(random.nextInt(3_000_000)));
      }
      if (random.nextInt(500) == 0) {
        few.outage.forNext(random.nextInt(50));
      }
      try {
        assertThat(given.add(holders.get(holder).next().code())).as("step %d", step).isTrue();
      } catch (CodeCounterUnavailable e) {
        refusals++;
      }
    }
    System.out.println("given: " + given.size() + ", refused: " + refusals);
    assertThat(given).hasSizeGreaterThan(1_000);
  }

  private static long number(AllocatedCode code) {
    return Snowflake.numberOf(code.code(), Samples.KEY, Alphabet.BASE62).orElseThrow();
  }
}
