package dev.hexlink.contracts;

import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.InstallationUnavailable;
import dev.hexlink.domain.code.Stack;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right adapter passes, every broken one is rejected, and here stands by which cases. */
class InstallationContractTest {
  @Nested
  class Heap implements InstallationContract {
    @Override
    public Installation newInstallation() {
      return new HeapInstallation();
    }

    @Override
    public Optional<Installation> unreachableInstallation() {
      return Optional
          .of(Unreachable.port(Installation.class, () -> new InstallationUnavailable("down", new IOException("down"))));
    }
  }

  @Test
  void checkThenActAtTheFirstStartIsRejected() {
    rejected(() -> new HeapInstallation() {
      @Override
      public InstallationFacts keep(InstallationFacts proposed) {
        if (facts.get() == null) {
          Gap.pass();
          facts.set(proposed);
          return proposed;
        }
        return Objects.requireNonNull(facts.get());
      }
    }, "allWhoRaceForTheFirstStartGetTheSameFacts");
  }

  @Test
  void overwritingTheFactsIsRejected() {
    rejected(() -> new HeapInstallation() {
      @Override
      public InstallationFacts keep(InstallationFacts proposed) {
        facts.set(proposed);
        return proposed;
      }
    }, "theFirstFactsAreKeptForGood");
  }

  @Test
  void checkThenActAtAStackIsRejected() {
    rejected(() -> new HeapInstallation() {
      @Override
      public Stack stack(String name) {
        Stack known = stacks.get(name);
        if (known != null) {
          return known;
        }
        Stack stack = next(name);
        Gap.pass();
        stacks.put(name, stack);
        return stack;
      }
    }, "racingStacksGetDistinctIndices");
  }

  @Test
  void registeringByLookingIsRejected() {
    rejected(() -> new HeapInstallation() {
      @Override
      public Optional<Stack> knownStack(String name) {
        return Optional.of(stack(name));
      }
    }, "aStackIsKnownOnceItIsRegistered");
  }

  @Test
  void indicesThatBeginAtOneAreRejected() {
    rejected(() -> new HeapInstallation() {
      @Override
      Stack next(String name) {
        return new Stack(name, (stacks.size() + 1) % Stack.MOST);
      }
    }, "stacksGetTheLowestFreeIndexAndKeepIt", "aStackTooManyIsRefused");
  }

  @Test
  void checkThenActAtASaltIsRejected() {
    rejected(() -> new HeapInstallation() {
      @Override
      public VisitorSalt saltOf(LocalDate day, VisitorSalt proposed) {
        if (!salts.containsKey(day)) {
          Gap.pass();
          salts.put(day, proposed);
          return proposed;
        }
        return Objects.requireNonNull(salts.get(day));
      }
    }, "allWhoRaceForADayGetTheSameSalt", "saltsOfDaysBeforeYesterdayAreForgotten");
  }

  @Test
  void rememberingSaltsIsRejected() {
    rejected(() -> new HeapInstallation() {
      @Override
      void forgetBefore(LocalDate day) {}
    }, "saltsOfDaysBeforeYesterdayAreForgotten");
  }

  @Test
  void forgettingYesterdayIsRejected() {
    rejected(() -> new HeapInstallation() {
      @Override
      void forgetBefore(LocalDate day) {
        super.forgetBefore(day.plusDays(1));
      }
    }, "aDayHasOneSalt");
  }

  @Test
  void readingAnOutageAsAFirstStartIsRejected() {
    Subject.reset(HeapInstallation::new, new HeapInstallation());
    Trial.rejects(Subject.class, "anOutageIsSaidAndNeverReadAsAFirstStart");
  }

  private static void rejected(Supplier<Installation> broken, String... cases) {
    Subject.reset(broken, null);
    Trial.rejects(Subject.class, cases);
  }

  static class Subject implements InstallationContract {
    private static Supplier<Installation> installations = HeapInstallation::new;
    private static @Nullable Installation unreachable;

    static void reset(Supplier<Installation> broken, @Nullable Installation outage) {
      installations = broken;
      unreachable = outage;
    }

    @Override
    public Installation newInstallation() {
      return installations.get();
    }

    @Override
    public Optional<Installation> unreachableInstallation() {
      return Optional.ofNullable(unreachable);
    }
  }
}
