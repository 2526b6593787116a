package dev.hexlink.contracts.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where distributions put a server's programs, which is not always on the path.
 *
 * @param pathFirst whether those on the path come before those in the folders
 * @param folders each with at most one star, for a version
 */
record Programs(String server, boolean pathFirst, List<String> folders) {
  static final Programs POSTGRES = new Programs("PostgreSQL", true,
      List.of("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/libexec/postgresql*",
          "/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin"));
  static final Programs PGBOUNCER = new Programs("PgBouncer", true, List.of("/usr/sbin", "/opt/homebrew/bin"));
  static final Programs REDIS = new Programs("Redis", true, List.of());
  /** What is on the path may be a wrapper that knows one node only. */
  static final Programs RABBITMQ = new Programs("RabbitMQ", false, List.of("/usr/lib/rabbitmq/bin",
      "/usr/lib/rabbitmq/lib/*/sbin", "/opt/rabbitmq/sbin", "/opt/homebrew/opt/rabbitmq/sbin",
      "/usr/local/opt/rabbitmq/sbin"));

  /** The program's path. */
  String find(String program) {
    List<Path> places = new ArrayList<>(folders.stream().flatMap(Programs::matches).toList());
    places.addAll(pathFirst ? 0 : places.size(), path());
    return places.stream().map(place -> place.resolve(program)).filter(Files::isExecutable).findFirst()
        .map(Path::toString).orElseThrow(() -> new MissingServer(server, program));
  }

  private static List<Path> path() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator)).filter(place -> !place.isEmpty()).map(Path::of)
        .toList();
  }

  /** The folders that a pattern with at most one star matches, the newest version first. */
  private static Stream<Path> matches(String pattern) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return Stream.of(Path.of(pattern));
    }
    Path parent = Path.of(pattern.substring(0, pattern.lastIndexOf('/', star)));
    String[] names = pattern.substring(parent.toString().length() + 1).split("/", 2);
    if (!Files.isDirectory(parent)) {
      return Stream.of();
    }
    try (Stream<Path> found = Files.list(parent)) {
      String start = names[0].substring(0, names[0].length() - 1);
      return found.filter(each -> each.getFileName().toString().startsWith(start))
          .sorted(Comparator.comparingInt(Programs::version).reversed())
          .map(each -> names.length == 1 ? each : each.resolve(names[1])).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(Path folder) {
    String digits = folder.getFileName().toString().replaceAll("^\\D*(\\d{0,4}).*", "$1");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
