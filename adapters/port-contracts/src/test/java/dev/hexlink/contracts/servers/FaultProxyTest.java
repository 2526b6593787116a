package dev.hexlink.contracts.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultProxyTest {
  private final EchoServer server = EchoServer.start();
  private final FaultProxy proxy = FaultProxy.before("127.0.0.1", server.port());

  @AfterEach
  void everythingEnds() {
    proxy.close();
    await().until(() -> proxy.connections() == 0);
    await().until(() -> server.connections() == 0);
    server.close();
  }

  @Test
  void handsOnEveryByte() throws IOException {
    byte[] bytes = new byte[3_000_000];
    new Random(1).nextBytes(bytes);
    try (Socket client = connect()) {
      Thread.ofVirtual().start(() -> send(client, bytes));
      assertThat(client.getInputStream().readNBytes(bytes.length)).isEqualTo(bytes);
    }
    assertThat(proxy.bytesToServer()).isEqualTo(bytes.length);
    assertThat(proxy.bytesFromServer()).isEqualTo(bytes.length);
    assertThat(proxy.accepted()).isEqualTo(1);
  }

  @Test
  void handsOnTheEnd() throws IOException {
    try (Socket client = connect()) {
      send(client, 1);
      client.shutdownOutput();
      assertThat(client.getInputStream().readAllBytes()).containsExactly(1);
    }
    await().until(() -> proxy.connections() == 0);
  }

  @Test
  void breaksOffAClientWhoseServerIsGone() throws IOException {
    server.close();
    try (Socket client = connect()) {
      assertBroken(client);
    }
  }

  @Test
  void delaysAnswersWithoutHoldingUpTheNext() throws IOException {
    try (Socket client = connect()) {
      assertThat(echo(client, 1)).isEqualTo(1);
      proxy.latency(Duration.ofMillis(300));
      long start = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        send(client, i);
        await().pollInterval(Duration.ofMillis(1)).until(arrived(i + 2));
      }
      assertThat(client.getInputStream().readNBytes(20)).hasSize(20);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));
      proxy.latency(Duration.ZERO);
      start = System.nanoTime();
      echo(client, 1);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));
    }
  }

  @Test
  void cutsAndComesBackOnTheSamePort() throws IOException {
    try (Socket client = connect()) {
      echo(client, 1);
      proxy.cut();
      assertBroken(client);
      assertThatThrownBy(this::connect).isInstanceOf(IOException.class);
    }
    proxy.restore();
    try (Socket client = connect()) {
      assertThat(echo(client, 2)).isEqualTo(2);
    }
  }

  @Test
  void swallowsWhileHalfOpen() throws IOException {
    try (Socket client = connect()) {
      echo(client, 1);
      proxy.halfOpen();
      assertSilent(client);
      try (Socket other = connect()) {
        assertSilent(other);
        proxy.restore();
        assertBroken(client);
        assertBroken(other);
      }
    }
    assertThat(server.received()).isEqualTo(1);
    try (Socket client = connect()) {
      assertThat(echo(client, 2)).isEqualTo(2);
    }
  }

  @Test
  void breaksAfterSoManyBytesToTheServer() throws IOException {
    try (Socket other = connect(); Socket client = connect()) {
      echo(other, 1);
      echo(client, 1);
      proxy.cutAfter(3);
      send(client, 1, 2, 3, 4, 5);
      await().until(() -> server.received() == 5);
      assertBroken(client);
      assertThat(echo(other, 7)).isEqualTo(7);
    }
    assertThat(server.received()).isEqualTo(6);
    assertThat(proxy.bytesToServer()).isEqualTo(6);
  }

  @Test
  void breaksAfterSoManyBytesFromTheServer() throws IOException {
    try (Socket client = connect()) {
      proxy.cutAfterFromServer(0);
      send(client, 1);
      assertBroken(client);
    }
    assertThat(server.received()).isEqualTo(1);
    assertThat(proxy.bytesFromServer()).isZero();
    try (Socket client = connect()) {
      assertThat(echo(client, 2)).isEqualTo(2);
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    client.setSoTimeout(20_000);
    return client;
  }

  private Callable<Boolean> arrived(int bytes) {
    return () -> server.received() == bytes;
  }

  private static int echo(Socket client, int value) throws IOException {
    send(client, value);
    return client.getInputStream().read();
  }

  private static void send(Socket client, int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    send(client, bytes);
  }

  private static void send(Socket client, byte[] bytes) {
    try {
      client.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertSilent(Socket client) throws IOException {
    send(client, 9);
    client.setSoTimeout(300);
    assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    client.setSoTimeout(20_000);
  }

  private static void assertBroken(Socket client) throws IOException {
    try {
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("still connected", e);
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset");
    }
  }
}
