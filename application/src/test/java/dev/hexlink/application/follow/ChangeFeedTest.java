package dev.hexlink.application.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.fakes.HeapLinks;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.fakes.Seeds;
import dev.hexlink.application.spi.LinkChange;
import dev.hexlink.domain.link.LinkKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {
  private final HeapLinks links = new HeapLinks();
  private final MutableClock clock = new MutableClock();
  private final List<LinkKey> dropped = new ArrayList<>();
  private final ChangeFeed feed = new ChangeFeed(links, dropped::addAll, clock);

  @Test
  void dropsEachChangeOnce() {
    feed.read();
    links.log(1, key(1));
    feed.read();
    links.log(2, key(2));
    feed.read();
    feed.read();

    assertThat(dropped).containsExactly(key(1), key(2));
  }

  @Test
  void dropsAKeyAgainWhenItChangesAgain() {
    links.log(1, key(1));
    feed.read();
    links.log(2, key(1));
    feed.read();

    assertThat(dropped).containsExactly(key(1), key(1));
  }

  @Test
  void beginsALittleBeforeTheLatestChange() {
    LongStream.rangeClosed(1, 5_000).forEach(position -> links.log(position, key(position)));
    feed.read();

    assertThat(dropped).hasSize(1_000).contains(key(5_000), key(4_001)).doesNotContain(key(4_000));
  }

  @Test
  void noticesPositionsThatBecomeVisibleOutOfOrder() {
    links.log(1, key(1));
    links.log(5, key(5));
    feed.read();
    links.log(3, key(3));
    feed.read();
    links.log(2, key(2));
    links.log(9, key(9));
    feed.read();

    assertThat(dropped).containsExactly(key(1), key(5), key(3), key(2), key(9));
  }

  @Test
  void readsThroughAllPages() {
    feed.read();
    LongStream.rangeClosed(1, 3_500).forEach(position -> links.log(position, key(position)));
    feed.read();

    assertThat(dropped).hasSize(3_500).doesNotHaveDuplicates();
  }

  @Test
  void missesNothingOfAnOutage() {
    feed.read();
    links.log(1, key(1));
    links.outage.begin();
    feed.read();
    LongStream.rangeClosed(2, 2_500).forEach(position -> links.log(position, key(position)));
    feed.read();
    assertThat(dropped).isEmpty();

    links.outage.end();
    feed.read();
    assertThat(dropped).hasSize(2_500);
  }

  @Test
  void missesNothingWhenTheOutageComesBetweenPages() {
    HeapLinks stumbling = new HeapLinks() {
      private int pages;

      @Override
      public synchronized List<LinkChange> changesAfter(long after, int limit) {
        if (++pages == 3) {
          outage.forNext(1);
        }
        return super.changesAfter(after, limit);
      }
    };
    ChangeFeed overStumbling = new ChangeFeed(stumbling, dropped::addAll, clock);
    overStumbling.read();
    LongStream.rangeClosed(1, 3_000).forEach(position -> stumbling.log(position, key(position)));
    overStumbling.read();
    assertThat(dropped).hasSize(1_000);
    overStumbling.read();

    assertThat(dropped).contains(IntStream.rangeClosed(1, 3_000).mapToObj(ChangeFeedTest::key).toArray(LinkKey[]::new));
  }

  @Test
  void tellsHowStaleMemoryMayBe() {
    feed.read();
    clock.advance(Duration.ofSeconds(3));
    assertThat(feed.age()).isEqualTo(Duration.ofSeconds(3));

    links.outage.begin();
    feed.read();
    assertThat(feed.age()).isEqualTo(Duration.ofSeconds(3));

    links.outage.end();
    feed.read();
    assertThat(feed.age()).isZero();
  }

  @Test
  void missesNothingInAnyOrderThatOvertakesALittle() {
    Random random = Seeds.fresh();
    feed.read();
    List<Long> positions = new ArrayList<>(LongStream.rangeClosed(1, 5_000).boxed().toList());
    for (int from = 0; from < positions.size(); from += 500) {
      Collections.shuffle(positions.subList(from, from + 500), random);
    }
    for (long position : positions) {
      links.log(position, key(position));
      if (random.nextInt(50) == 0) {
        links.outage.forNext(random.nextInt(3));
        feed.read();
      }
    }
    links.outage.end();
    feed.read();

    assertThat(dropped).hasSize(5_000).doesNotHaveDuplicates();
  }

  private static LinkKey key(long position) {
    return Samples.key("code" + position);
  }
}
