package dev.hexlink.embedded.h2;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import javax.sql.DataSource;

/** Opens the store when the first adapter that stands on it is asked for. */
@Factory
final class StoreFactory {
  static final String CHOICE = "hexlink.adapters.links";

  /** The folder that holds everything this instance keeps: the store's file and the journal. */
  @Singleton
  @Bean(preDestroy = "close")
  H2Store store(@Property(name = "hexlink.data", defaultValue = "./data") String data) {
    return H2Store.open(Path.of(data));
  }

  @Singleton
  @Named("h2")
  @Requires(property = StoreFactory.CHOICE, value = "h2", defaultValue = "h2")
  DataSource dataSource() {
    return new StoreDataSource();
  }
}
