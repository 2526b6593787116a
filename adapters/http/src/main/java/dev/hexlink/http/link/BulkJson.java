package dev.hexlink.http.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What came of a bulk request, item by item in its order. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BulkJson(List<BulkItemJson> results) {}
