package dev.hexlink.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on.
 *
 * @param next what to send as {@code after}; null on the last page
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PaginationJson(@Nullable String next, boolean hasMore) {}
