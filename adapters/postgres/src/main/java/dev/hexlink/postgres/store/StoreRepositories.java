package dev.hexlink.postgres.store;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.config.DataJdbcConfiguration;
import io.micronaut.data.model.query.builder.sql.Dialect;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** How repositories speak to the store. A bean of its own, as there is no {@code datasources.postgres} to configure. */
@Singleton
@Named(StoreChoice.POSTGRES)
@Requires(property = StoreChoice.KEY, value = StoreChoice.POSTGRES)
final class StoreRepositories extends DataJdbcConfiguration {
  StoreRepositories() {
    super(StoreChoice.POSTGRES);
    setDialect(Dialect.POSTGRES);
  }
}
