package dev.hexlink.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.spi.LinksUnavailable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PreparationTest {
  private final AtomicBoolean away = new AtomicBoolean();
  private final AtomicInteger tries = new AtomicInteger();
  private final Preparation preparation = new Preparation(this::prepare);

  private void prepare() {
    tries.incrementAndGet();
    if (away.get()) {
      throw new LinksUnavailable("away");
    }
  }

  @Test
  void isDoneAtOnceWhenTheStoreAnswers() {
    preparation.begin();

    assertThat(tries).hasValue(1);
    assertThat(preparation.unprepared().times()).isZero();
    preparation.close();
  }

  @Test
  void goesOnUntilTheStoreAnswers() {
    away.set(true);
    preparation.begin();
    assertThat(preparation.unprepared().isNow()).isTrue();
    await().until(() -> tries.get() > 2);
    away.set(false);

    await().until(() -> !preparation.unprepared().isNow());
    int done = tries.get();
    preparation.close();
    assertThat(tries).as("once is enough").hasValue(done);
  }

  @Test
  void saysARefusalAtTheStart() {
    Preparation refused = new Preparation(() -> {
      throw new StartRefused("hexlink.codes.key", "another key");
    });

    assertThatThrownBy(refused::begin).isInstanceOf(StartRefused.class);
  }

  @Test
  void endsThoughTheStoreIsStillAway() {
    away.set(true);
    preparation.begin();
    preparation.close();
    int last = tries.get();
    preparation.close();

    assertThat(tries).hasValue(last);
    assertThat(preparation.unprepared().isNow()).isTrue();
  }
}
