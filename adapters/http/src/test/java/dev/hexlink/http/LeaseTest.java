package dev.hexlink.http;

import static dev.hexlink.http.Answers.assertProblem;
import static dev.hexlink.http.Answers.errors;
import static dev.hexlink.http.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.domain.code.CodeBlock;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Property(name = "hexlink.keygen.key", value = LeaseTest.KEY)
class LeaseTest extends ServerTest {
  static final String KEY = "k3y of the generators";
  private static final String WISH = "{\"stack\":\"java\",\"size\":1000}";

  LeaseTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
  }

  private HttpResponse<String> lease(String wish) {
    return browser.post("/allocate", wish, "X-Api-Key", KEY);
  }

  private List<String> leasesCome() {
    List<String> wishes = new CopyOnWriteArrayList<>();
    hexlink.leasing = (stack, size) -> {
      wishes.add(stack + " " + size);
      return Optional.of(new CodeBlock(7_000, 7_000 + size));
    };
    return wishes;
  }

  @Test
  void aBlockIsHalfOpen() {
    List<String> wishes = leasesCome();
    HttpResponse<String> answer = lease(WISH);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"stack\":\"java\",\"start\":7000,\"end\":8000}");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(wishes).containsExactly("java 1000");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void theSmallestAndTheLargestBlockAreLeased(int size) {
    leasesCome();

    assertThat(lease("{\"stack\":\"java\",\"size\":" + size + "}").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"stack":"java","size":0}             | invalid-value | size=invalid-value
      {"stack":"java","size":-1}            | invalid-value | size=invalid-value
      {"stack":"java","size":100001}        | invalid-value | size=invalid-value
      {"stack":"java","size":4294967297}    | invalid-value | size=invalid-value
      {"stack":"java","size":1.5}           | wrong-type    | size=wrong-type
      {"stack":"java","size":"1000"}        | wrong-type    | size=wrong-type
      {"stack":7,"size":1000}               | wrong-type    | stack=wrong-type
      {"stack":"java"}                      | missing-field | size=missing-field
      {"size":1000}                         | missing-field | stack=missing-field
      {"stack":"java","size":1000,"end":1}  | unknown-field | end=unknown-field
      """)
  void aWishThatCannotBeIsRefused(String wish, String code, String error) {
    List<String> wishes = leasesCome();

    assertThat(errors(assertProblem(lease(wish), 422, code))).containsExactly(error);
    assertThat(wishes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"stack\":\"java\",\"stack\":\"java\",\"size\":1}", "size=1"})
  void whatIsNotJsonIsMalformed(String wish) {
    assertProblem(lease(wish), 400, "malformed-json");
  }

  @Test
  void aStackTheStoreDoesNotKnowIsNotFound() {
    assertProblem(lease(WISH), 404, "unknown-stack");
  }

  @Test
  void anOutageIsSaid() {
    hexlink.leasing = (_, _) -> {
      throw new CodeCounterUnavailable("the store did not answer");
    };

    assertThat(header(lease(WISH), "Retry-After")).isEqualTo("2");
    assertProblem(lease(WISH), 503, "unavailable");
  }

  @ParameterizedTest
  @CsvSource({"X-Api-Key," + KEY, "Authorization,Bearer " + KEY, "Authorization,bearer  " + KEY})
  void theKeyOpens(String header, String value) {
    leasesCome();

    assertThat(browser.post("/allocate", WISH, header, value).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"X-Api-Key,right", "X-Api-Key,''", "X-Api-Key," + KEY + "x", "X-Api-Key,k3y",
      "Authorization,Basic " + KEY,
      "Authorization,Bearer", "X-Nothing,x"})
  void anythingElseIsRefusedBeforeItIsRead(String header, String value) {
    List<String> wishes = leasesCome();

    assertProblem(browser.post("/allocate", WISH, header, value), 401, "unauthorized");
    assertProblem(browser.post("/allocate", "{", header, value), 401, "unauthorized");
    assertThat(wishes).isEmpty();
  }
}
