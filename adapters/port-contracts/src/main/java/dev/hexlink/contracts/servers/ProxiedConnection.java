package dev.hexlink.contracts.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.BooleanSupplier;

/** A client's connection through a proxy, and the proxy's own to the server for it. */
final class ProxiedConnection {
  private final Socket client;
  private final Socket server = new Socket();
  private final BooleanSupplier dead;
  private final Way toServer;
  private final Way fromServer;

  ProxiedConnection(Socket client, BooleanSupplier dead, Way toServer, Way fromServer) {
    this.client = client;
    this.dead = dead;
    this.toServer = toServer;
    this.fromServer = fromServer;
  }

  /** Connects to the server and hands on what comes from either side, until both have ended or one has broken. */
  void carry(InetSocketAddress address, int patienceMillis) {
    try {
      if (dead.getAsBoolean()) {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
      } else {
        server.connect(address, patienceMillis);
        pumpBothWays();
      }
      Sockets.close(client);
      Sockets.close(server);
    } catch (IOException e) {
      breakOff();
    } catch (InterruptedException e) {
      breakOff();
      Thread.currentThread().interrupt();
    }
  }

  void breakOff() {
    Sockets.reset(client);
    Sockets.reset(server);
  }

  private void pumpBothWays() throws IOException, InterruptedException {
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    Thread answers = Thread.ofVirtual().start(() -> pump(server, client, fromServer));
    pump(client, server, toServer);
    answers.join();
  }

  private void pump(Socket from, Socket to, Way way) {
    try {
      new Pump(from, to, way, dead).run();
    } catch (IOException e) {
      breakOff();
    } catch (InterruptedException e) {
      breakOff();
      Thread.currentThread().interrupt();
    }
  }
}
