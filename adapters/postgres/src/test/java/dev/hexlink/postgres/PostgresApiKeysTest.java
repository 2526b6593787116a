package dev.hexlink.postgres;

import static java.util.Objects.requireNonNull;

import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.contracts.ApiKeysContract;
import dev.hexlink.postgres.store.TemporaryStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
class PostgresApiKeysTest implements ApiKeysContract {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  private static @Nullable ApplicationContext context;

  @BeforeAll
  static void start() {
    context = ApplicationContext.run(POSTGRES.properties());
  }

  @AfterAll
  static void stop() {
    requireNonNull(context).close();
  }

  @Override
  public ApiKeys apiKeys() {
    return requireNonNull(context).getBean(ApiKeys.class, Qualifiers.byName("postgres"));
  }

  @Override
  public Optional<ApiKeys> unreachableApiKeys() {
    return Optional.of(
        new PostgresApiKeys(POSTGRES.unreachable(), requireNonNull(context).getBean(ApiKeyRows.class)));
  }
}
