package dev.hexlink.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;

/** Reads answers. */
public final class Answers {
  private static final ObjectMapper MAPPER = ObjectMapper.getDefault();

  private Answers() {}

  public static Map<String, Object> json(HttpResponse<String> answer) {
    try {
      return Objects.requireNonNull(MAPPER.readValue(answer.body(), Argument.mapOf(String.class, Object.class)));
    } catch (IOException e) {
      throw new UncheckedIOException(answer.body(), e);
    }
  }

  @SuppressWarnings("unchecked") // tests know what they read
  public static Map<String, Object> object(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  @SuppressWarnings("unchecked") // tests know what they read
  public static List<Object> list(@Nullable Object value) {
    return (List<Object>) Objects.requireNonNull(value);
  }

  public static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** The answer is this problem, well formed, and tells nothing of the inside. */
  public static Map<String, Object> assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body()).doesNotContain("Exception", "java.", "\tat ");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    Map<String, Object> problem = json(answer);
    assertThat(problem).containsEntry("code", code).containsEntry("status", status)
        .containsEntry("type", FakeHexlink.BASE_URL + "/problems/" + code);
    assertThat(problem.get("title")).asString().isNotBlank();
    assertThat(problem.get("detail")).asString().isNotBlank();
    return problem;
  }

  /** The fields a problem names, each with its code: {@code tags[1]=invalid-value}. */
  public static List<String> errors(Map<String, Object> problem) {
    return list(problem.get("errors")).stream().map(Answers::object)
        .map(error -> error.get("field") + "=" + error.get("code")).toList();
  }
}
