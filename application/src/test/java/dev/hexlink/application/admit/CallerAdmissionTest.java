package dev.hexlink.application.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.api.AdmitCallers.CreateGrant;
import dev.hexlink.application.api.Caller;
import dev.hexlink.application.api.Settings;
import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.fakes.HeapKeys;
import dev.hexlink.application.fakes.HeapLimiter;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.spi.ApiKeysUnavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerAdmissionTest {
  private static final Caller ADDRESS = new Caller("address:203.0.113.7", true);

  private final HeapKeys keys = new HeapKeys();
  private final HeapLimiter limiter = new HeapLimiter();

  private CallerAdmission admission(boolean open, @Nullable String initialKey, int perMinute) {
    return new CallerAdmission(keys, limiter, new Settings.Access(open, initialKey, perMinute, 100),
        new MutableClock());
  }

  @Test
  void knowsTheInitialKeyAndNoOther() {
    CallerAdmission admission = admission(false, "secret", 0);
    admission.admitInitialKey();
    admission.admitInitialKey();

    Caller caller = admission.withKey("secret").orElseThrow();
    assertThat(caller.scope()).startsWith("key:").doesNotContain("secret");
    assertThat(caller.limited()).isFalse();
    assertThat(admission.withKey("Secret")).isEmpty();
    assertThat(admission.withKey("")).isEmpty();
    assertThat(admission.isOpen()).isFalse();
  }

  @Test
  void keepsOnlyTheDigestOfAKey() {
    admission(false, "abc", 0).admitInitialKey();

    assertThat(keys.find("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")).isPresent();
  }

  @Test
  void refusesToStartWhenNobodyCouldEverAsk() {
    assertThatThrownBy(() -> admission(false, null, 0).admitInitialKey()).isInstanceOfSatisfying(StartRefused.class,
        refused -> assertThat(refused.setting()).isEqualTo("hexlink.initial-api-key"));
    admission(false, "secret", 0).admitInitialKey();
    admission(false, null, 0).admitInitialKey();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void takesABlankKeyForNone(String blank) {
    assertThatThrownBy(() -> admission(false, blank, 0).admitInitialKey()).isInstanceOf(StartRefused.class);
    assertThat(admission(false, blank, 0).withKey(blank)).isEmpty();
  }

  @Test
  void startsOpenWithoutAKey() {
    CallerAdmission admission = admission(true, null, 0);
    admission.admitInitialKey();

    assertThat(admission.isOpen()).isTrue();
    assertThat(keys.isEmpty()).isTrue();
  }

  @Test
  void saysWhenNobodyCanTellWhetherAKeyIsKnown() {
    CallerAdmission admission = admission(false, "secret", 0);
    keys.outage.begin();

    assertThatThrownBy(admission::admitInitialKey).isInstanceOf(ApiKeysUnavailable.class);
    assertThatThrownBy(() -> admission.withKey("secret")).isInstanceOf(ApiKeysUnavailable.class);
  }

  @Test
  void limitsTheCreatesOfAnAddress() {
    CallerAdmission admission = admission(true, null, 10);

    assertThat(granted(admission, 7)).isEqualTo(7);
    assertThat(granted(admission, 7)).as("as many as are left").isEqualTo(3);
    assertThat(granted(admission, 1)).isZero();
    assertThat(admission.takeCreates(new Caller("address:203.0.113.8", true), 1).orElseThrow().grant().granted())
        .isEqualTo(1);
    CreateGrant grant = admission.takeCreates(ADDRESS, 1).orElseThrow();
    assertThat(grant.limit()).isEqualTo(10);
    assertThat(grant.window()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void limitsNeitherKeysNorAnybodyWhereThereIsNoLimit() {
    assertThat(admission(true, null, 10).takeCreates(new Caller("key:1", false), 1_000)).isEmpty();
    assertThat(admission(true, null, 0).takeCreates(ADDRESS, 1_000)).isEmpty();
  }

  @Test
  void letsCallersPassWhenTheLimiterIsDown() {
    limiter.outage.begin();

    assertThat(admission(true, null, 10).takeCreates(ADDRESS, 1_000)).isEmpty();
  }

  private static int granted(CallerAdmission admission, int wanted) {
    return admission.takeCreates(ADDRESS, wanted).orElseThrow().grant().granted();
  }
}
