package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.StoredRecord;
import dev.hexlink.application.spi.StoredRecord.KnownHost;
import dev.hexlink.application.spi.StoredRecord.KnownStack;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HandoverTest {
  private static final StoredRecord RECORD = new KnownHost(Host.DEFAULT);

  @Test
  void handsOverEveryRecordInOrder() {
    List<StoredRecord> records = IntStream.range(0, 10_000)
        .<StoredRecord>mapToObj(i -> new KnownStack(new Stack("n" + i, i % 16))).toList();
    List<StoredRecord> taken = new ArrayList<>();
    try (Handover handover = Handover.from(records::forEach)) {
      handover.forEachRemaining(taken::add);
      assertThat(handover.hasNext()).isFalse();
      assertThatThrownBy(handover::next).isInstanceOf(NoSuchElementException.class);
    }
    assertThat(taken).isEqualTo(records);
  }

  @Test
  void throwsWhatEndedTheReadingAfterTheLastRecord() {
    IllegalStateException failure = new IllegalStateException("the disk is gone");
    try (Handover handover = Handover.from(taker -> {
      taker.accept(RECORD);
      throw failure;
    })) {
      assertThat(handover.next()).isEqualTo(RECORD);
      assertThatThrownBy(handover::hasNext).isSameAs(failure);
      assertThatThrownBy(handover::next).isSameAs(failure);
    }
  }

  @Test
  void endsTheWritingWhenTheReaderDies() {
    CountDownLatch died = new CountDownLatch(1);
    try (Handover handover = Handover.from(_ -> {
      Thread.currentThread().setUncaughtExceptionHandler((_, _) -> died.countDown());
      throw new StackOverflowError();
    })) {
      assertThatThrownBy(handover::hasNext).isInstanceOf(IllegalStateException.class)
          .hasMessage("the store was not read to its end");
    }
    assertThat(died.getCount()).isZero();
  }

  @Test
  void readsNoFurtherThanABoundAhead() {
    AtomicInteger read = new AtomicInteger();
    try (Handover handover = Handover.from(taker -> {
      while (true) {
        taker.accept(RECORD);
        read.incrementAndGet();
      }
    })) {
      assertThat(handover.next()).isEqualTo(RECORD);
      await().until(() -> read.get() >= 4_000);
      assertThat(read.get()).isLessThan(4_100);
    }
  }

  @Test
  void endsTheReadingWhenNobodyTakesMore() {
    AtomicBoolean ended = new AtomicBoolean();
    try (Handover handover = Handover.from(taker -> {
      try {
        while (true) {
          taker.accept(RECORD);
        }
      } finally {
        ended.set(true);
      }
    })) {
      assertThat(handover.hasNext()).isTrue();
    }
    assertThat(ended).isTrue();
  }
}
