package dev.hexlink.embedded.h2;

import static java.util.Objects.requireNonNull;

import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.contracts.ApiKeysContract;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class H2ApiKeysTest implements ApiKeysContract {
  @RegisterExtension
  static final TemporaryStore H2 = new TemporaryStore();

  @TempDir
  static Path folder;

  private static @Nullable ApplicationContext context;

  @BeforeAll
  static void start() {
    context = ApplicationContext.run(Map.of("hexlink.data", folder.toString()));
  }

  @AfterAll
  static void stop() {
    requireNonNull(context).close();
  }

  @Override
  public ApiKeys apiKeys() {
    return requireNonNull(context).getBean(ApiKeys.class, Qualifiers.byName("h2"));
  }

  @Override
  public Optional<ApiKeys> unreachableApiKeys() {
    return Optional.of(new H2ApiKeys(H2.closed(), requireNonNull(context).getBean(ApiKeyRows.class)));
  }
}
