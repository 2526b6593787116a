package dev.hexlink.postgres;

import dev.hexlink.postgres.store.StoreChoice;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** The rows of API keys; to be used inside the store's work. */
@Repository(StoreChoice.POSTGRES)
@JdbcRepository(dialect = Dialect.POSTGRES)
@Requires(property = StoreChoice.KEY, value = StoreChoice.POSTGRES)
interface ApiKeyRows extends GenericRepository<ApiKeyRow, String> {
  Optional<ApiKeyRow> findByDigest(String digest);

  @Query("insert into api_keys (digest, name, created_at) values (:digest, :name, :createdAt) on conflict do nothing")
  void add(String digest, String name, Instant createdAt);

  @Query("select digest from api_keys order by digest limit 1")
  Optional<String> findFirstDigest();
}
