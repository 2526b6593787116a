package dev.hexlink.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A private nginx that answers every request with a fixed redirect: the peer that redirects are measured against. */
record Nginx(Started process, String url) {
  static final String NAME = "nginx `return 307`";

  static Nginx start(Workspace workspace, String target) throws IOException, InterruptedException {
    String program = Tool.NGINX.path();
    Path folder = workspace.newFolder("nginx");
    int port = workspace.freePort();
    String configuration = Files.readString(workspace.benchmarkFile("nginx.conf"))
        .replace("${folder}", folder.toString()).replace("${port}", Integer.toString(port))
        .replace("${target}", target);
    Path file = Files.writeString(folder.resolve("nginx.conf"), configuration);
    List<String> command = List.of(program, "-e", folder.resolve("error.log").toString(), "-c", file.toString());
    Nginx nginx = new Nginx(workspace.start(command, Map.of()), "http://127.0.0.1:" + port + "/");
    nginx.awaitPort(port);
    return nginx;
  }

  private void awaitPort(int port) throws InterruptedException {
    for (int attempt = 0; attempt < 100; attempt++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new Impossible("nginx does not listen on port " + port);
  }
}
