package dev.hexlink.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestTimeoutTest {
  private final EmbeddedChannel channel = new EmbeddedChannel(new HttpServerCodec(),
      new RequestTimeout(Duration.ofSeconds(5), Duration.ofSeconds(60)));

  RequestTimeoutTest() {
    channel.freezeTime();
  }

  @AfterEach
  void end() {
    channel.finishAndReleaseAll();
  }

  private void send(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  private void pass(Duration time) {
    channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
    channel.runScheduledPendingTasks();
  }

  @Test
  void aHeadThatNeverEndsIsCutOff() {
    send("GET / HTTP/1.1\r\nHost: h\r\n");
    for (int second = 1; second < 5; second++) {
      pass(Duration.ofSeconds(1));
      send("X-" + second + ": y\r\n");
      assertThat(channel.isActive()).isTrue();
    }
    pass(Duration.ofSeconds(1));

    assertThat(channel.isActive()).isFalse();
  }

  @Test
  void aSecondHeadThatNeverEndsIsCutOffToo() {
    send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    pass(Duration.ofSeconds(20));
    send("G");
    pass(Duration.ofSeconds(5));

    assertThat(channel.isActive()).isFalse();
  }

  @Test
  void aBodyMayTakeLongerButNotForever() {
    send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n");
    pass(Duration.ofSeconds(59));
    send("x");
    assertThat(channel.isActive()).isTrue();
    pass(Duration.ofSeconds(1));

    assertThat(channel.isActive()).isFalse();
  }

  @Test
  void whoComesInTimeStays() {
    send("GET / HTTP/1.1\r\nHo");
    pass(Duration.ofSeconds(4));
    send("st: h\r\n\r\nPOST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nx");
    pass(Duration.ofSeconds(30));
    send("x");
    pass(Duration.ofHours(1));

    assertThat(channel.isActive()).isTrue();
  }
}
