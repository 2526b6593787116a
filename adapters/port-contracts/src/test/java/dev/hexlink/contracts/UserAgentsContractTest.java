package dev.hexlink.contracts;

import dev.hexlink.application.spi.UserAgents;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Traits.Device;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right adapter passes, every broken one is rejected, and here stands by which cases. */
class UserAgentsContractTest {
  @Nested
  class Heap implements UserAgentsContract {
    @Override
    public UserAgents userAgents() {
      return new HeapUserAgents();
    }
  }

  @Test
  void knowingNobodyIsRejected() {
    rejected(_ -> Traits.UNKNOWN, "aBrowserOnADeskIsRead", "aBrowserInAHandIsRead", "programsAreBots");
  }

  @Test
  void takingTheUnknownForSomeoneIsRejected() {
    rejected(_ -> new Traits("Chrome", "Windows", Device.DESKTOP, false), "whatIsNotKnownIsUnknown");
  }

  @Test
  void takingEveryoneForABotIsRejected() {
    rejected(_ -> new Traits("Firefox", "Linux", Device.DESKTOP, true), "aBrowserOnADeskIsRead");
  }

  @Test
  void throwingIsRejected() {
    UserAgentsSubject.agents = text -> {
      throw new IllegalArgumentException(text);
    };
    Trial.rejects(UserAgentsSubject.class, IllegalArgumentException.class, "anyTextHasAnAnswer",
        "whatIsNotKnownIsUnknown");
  }

  private static void rejected(UserAgents broken, String... cases) {
    UserAgentsSubject.agents = broken;
    Trial.rejects(UserAgentsSubject.class, cases);
  }

  static class UserAgentsSubject implements UserAgentsContract {
    private static UserAgents agents = new HeapUserAgents();

    @Override
    public UserAgents userAgents() {
      return agents;
    }
  }
}
