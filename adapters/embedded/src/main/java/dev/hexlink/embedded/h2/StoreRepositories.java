package dev.hexlink.embedded.h2;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.config.DataJdbcConfiguration;
import io.micronaut.data.model.query.builder.sql.Dialect;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** How repositories speak to the store. A bean of its own, as there is no {@code datasources.h2} to configure. */
@Singleton
@Named("h2")
@Requires(property = StoreFactory.CHOICE, value = "h2", defaultValue = "h2")
final class StoreRepositories extends DataJdbcConfiguration {
  StoreRepositories() {
    super("h2");
    setDialect(Dialect.H2);
  }
}
