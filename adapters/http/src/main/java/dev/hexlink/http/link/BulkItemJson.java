package dev.hexlink.http.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexlink.http.problem.ProblemJson;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What came of one item: a link or a problem, with the status it would have had alone. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkItemJson(int status, @Nullable LinkJson link, @Nullable ProblemJson problem) {}
