package dev.hexlink.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that the benchmarks need and that is not ours, under the name of its package. */
enum Tool {
  NGINX, WRK;

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * Where it is; installed first, if it is not there.
   *
   * @throws Impossible if it can't be installed
   */
  String path() throws IOException, InterruptedException {
    Optional<String> there = find();
    if (there.isPresent()) {
      return there.get();
    }
    install();
    return find().orElseThrow(() -> new Impossible("installed " + packageName() + ", but there is no such program"));
  }

  String packageName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private Optional<String> find() {
    Stream<String> folders = Stream.concat(Stream.of(System.getenv("PATH").split(":")),
        Stream.of("/usr/sbin", "/usr/local/sbin"));
    return folders.map(folder -> Path.of(folder, packageName())).filter(Files::isExecutable).map(Path::toString)
        .findFirst();
  }

  private void install() throws IOException, InterruptedException {
    System.err.println(packageName() + " is missing: installing the distribution's package with apt-get"
        + " (the system may start the package's own service; the benchmark does not use it)");
    try {
      apt("update");
      apt("install", "--yes", "--no-install-recommends", packageName());
    } catch (IOException | Impossible e) {
      throw new Impossible("the benchmarks need " + packageName() + ", and apt-get could not install it; as root, run: "
          + "apt-get install " + packageName() + "\n" + e.getMessage());
    }
    System.err.println("installed " + packageName());
  }

  private static void apt(String... words) throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("apt-get", "-q"), Stream.of(words)).toList();
    Started.start(command, Map.of("DEBIAN_FRONTEND", "noninteractive")).awaitEnd(PATIENCE);
  }
}
