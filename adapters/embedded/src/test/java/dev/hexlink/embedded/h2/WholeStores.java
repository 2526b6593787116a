package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.WorkerNumbers;
import dev.hexlink.contracts.StoreUnderTest;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Stores in temporary folders, each with all adapters that stand on it, closed after each case. */
final class WholeStores implements AfterEachCallback {
  private final List<ApplicationContext> contexts = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();

  StoreUnderTest newStore() {
    ApplicationContext beans = ApplicationContext.run(Map.of("hexlink.data", newFolder().toString()));
    contexts.add(beans);
    return new StoreUnderTest(of(beans, StoreContents.class), of(beans, HotLinks.class), of(beans, Links.class),
        of(beans, Visits.class), of(beans, VisitBudget.class), of(beans, ApiKeys.class), of(beans, Installation.class),
        of(beans, WorkerNumbers.class), of(beans, CodeCounter.class));
  }

  private Path newFolder() {
    try {
      Path folder = Files.createTempDirectory("hexlink-h2");
      folders.add(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T of(ApplicationContext beans, Class<T> port) {
    return beans.getBean(port, Qualifiers.byName("h2"));
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    contexts.forEach(ApplicationContext::close);
    contexts.clear();
    for (Path folder : folders) {
      TemporaryStore.delete(folder);
    }
    folders.clear();
  }
}
