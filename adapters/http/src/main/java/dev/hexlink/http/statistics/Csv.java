package dev.hexlink.http.statistics;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A table as RFC 4180 writes it. A cell that a spreadsheet would take for a formula begins with a single quote. */
final class Csv {
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private final StringBuilder text = new StringBuilder();

  Csv(String... columns) {
    row((Object[]) columns);
  }

  Csv row(Object... cells) {
    text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
    return this;
  }

  /** Whether a request prefers a table to JSON. */
  static boolean isWantedBy(HttpRequest<?> request) {
    for (MediaType type : request.accept()) {
      if (type.matches(MediaType.APPLICATION_JSON_TYPE)) {
        return false;
      }
      if (type.getName().equals(MediaType.TEXT_CSV)) {
        return true;
      }
    }
    return false;
  }

  static MutableHttpResponse<byte[]> response(Csv csv) {
    return HttpResponse.ok(csv.text.toString().getBytes(StandardCharsets.UTF_8))
        .contentType(MediaType.of("text/csv;charset=utf-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"hexlink.csv\"");
  }

  private static String cell(Object value) {
    String written = value.toString();
    boolean formula = !(value instanceof Number) && !written.isEmpty()
        && FORMULA_STARTS.indexOf(written.charAt(0)) >= 0;
    String safe = formula ? "'" + written : written;
    return safe.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
