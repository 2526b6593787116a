package dev.hexlink.embedded.h2;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** The rows of API keys; to be used on a store thread. */
@Repository("h2")
@JdbcRepository(dialect = Dialect.H2)
@Requires(property = StoreFactory.CHOICE, value = "h2", defaultValue = "h2")
interface ApiKeyRows extends GenericRepository<ApiKeyRow, String> {
  Optional<ApiKeyRow> findByDigest(String digest);

  @Query("insert into api_keys (digest, name, created_at) values (:digest, :name, :createdAt) on conflict do nothing")
  void add(String digest, String name, Instant createdAt);

  long count();
}
