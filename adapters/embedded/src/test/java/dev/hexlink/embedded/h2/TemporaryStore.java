package dev.hexlink.embedded.h2;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A store in a temporary folder, opened once for a test class. */
final class TemporaryStore implements BeforeAllCallback, AfterAllCallback {
  private @Nullable Path folder;
  private @Nullable H2Store store;
  private @Nullable H2Store closed;
  private final List<H2Store> others = new ArrayList<>();

  H2Store store() {
    return requireNonNull(store);
  }

  Domains domains() {
    return new Domains(store());
  }

  /** Another store, in which nothing is kept yet. */
  H2Store another() {
    H2Store other = H2Store.open(requireNonNull(folder).resolve("other-" + others.size()));
    others.add(other);
    return other;
  }

  /** A store that gives no answers any more. */
  H2Store closed() {
    return requireNonNull(closed);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Path temporary = Files.createTempDirectory("hexlink-h2");
    folder = temporary;
    store = H2Store.open(temporary.resolve("open"));
    H2Store other = H2Store.open(temporary.resolve("closed"));
    other.close();
    closed = other;
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    store().close();
    others.forEach(H2Store::close);
    delete(requireNonNull(folder));
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      deepestFirst.forEach(file -> {
        try {
          Files.delete(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }
}
