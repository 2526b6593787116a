package dev.hexlink.postgres.store;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Makes the store when the first adapter that stands on it is asked for. */
@Factory
final class StoreFactory {
  @Singleton
  @Bean(preDestroy = "close")
  PostgresStore store(PostgresConfiguration configuration) {
    return new PostgresStore(configuration);
  }

  @Singleton
  @Named(StoreChoice.POSTGRES)
  @Requires(property = StoreChoice.KEY, value = StoreChoice.POSTGRES)
  DataSource dataSource() {
    return new StoreDataSource();
  }
}
