package dev.hexlink.postgres;

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
import dev.hexlink.contracts.servers.TestDatabase;
import dev.hexlink.postgres.store.TemporaryStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Stores in databases of their own, each with all adapters that stand on it, closed after each case. */
final class WholeStores implements AfterEachCallback {
  private final List<ApplicationContext> contexts = new ArrayList<>();
  private final List<TestDatabase> databases = new ArrayList<>();

  StoreUnderTest newStore() {
    TestDatabase database = TestDatabase.create();
    databases.add(database);
    ApplicationContext beans = ApplicationContext.run(TemporaryStore.properties(database));
    contexts.add(beans);
    return new StoreUnderTest(of(beans, StoreContents.class), of(beans, HotLinks.class), of(beans, Links.class),
        of(beans, Visits.class), of(beans, VisitBudget.class), of(beans, ApiKeys.class), of(beans, Installation.class),
        of(beans, WorkerNumbers.class), of(beans, CodeCounter.class));
  }

  private static <T> T of(ApplicationContext beans, Class<T> port) {
    return beans.getBean(port, Qualifiers.byName("postgres"));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    contexts.forEach(ApplicationContext::close);
    contexts.clear();
    databases.forEach(TestDatabase::close);
    databases.clear();
  }
}
