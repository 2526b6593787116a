package dev.hexlink.http;

import static dev.hexlink.http.Answers.assertProblem;
import static dev.hexlink.http.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.Following;
import dev.hexlink.domain.code.CodeBlock;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What instances in few roles serve, and what they say about the rest. */
class RolesTest {
  private static final List<String> REDIRECT = List.of("GET /k3Jx9QpA", "HEAD /k3Jx9QpA", "GET /k3Jx9QpA+");
  private static final List<String> API = List.of("GET /", "GET /api/v1/links", "POST /api/v1/links",
      "POST /api/v1/links/bulk", "GET /api/v1/links/k3Jx9QpA", "PATCH /api/v1/links/k3Jx9QpA",
      "DELETE /api/v1/links/k3Jx9QpA", "POST /api/v1/links/k3Jx9QpA/restore", "GET /api/v1/links/k3Jx9QpA/stats",
      "GET /api/v1/links/k3Jx9QpA/visits", "GET /docs", "GET /docs/start.js", "GET /openapi.yaml");
  private static final List<String> KEYGEN = List.of("POST /allocate");
  private static final List<String> ALWAYS = List.of("GET /healthz", "GET /readyz", "GET /metrics", "GET /problems",
      "GET /problems/not-served-here");
  private static final Map<String, List<String>> SERVED = Map.of("redirect", REDIRECT, "api", API, "keygen", KEYGEN,
      "worker", List.of());

  /** An instance in some roles, with the use cases behind it. */
  private record Instance(EmbeddedServer server, Browser browser, FakeHexlink hexlink) implements AutoCloseable {
    static Instance in(Object roles) {
      EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class,
          Map.of("hexlink.roles", roles, "hexlink.keygen.key", "key", "micronaut.server.port", -1));
      FakeHexlink hexlink = server.getApplicationContext().getBean(FakeHexlink.class);
      hexlink.following = _ -> new Following.To(Samples.link().route());
      hexlink.leasing = (_, size) -> Optional.of(new CodeBlock(0, size));
      return new Instance(server, new Browser(server.getURI()), hexlink);
    }

    HttpResponse<String> send(String request, String... headers) {
      String[] line = request.split(" ");
      String body = switch (line[0]) {
        case "POST" -> line[1].equals("/allocate") ? "{\"stack\":\"java\",\"size\":1}" : "{}";
        case "PATCH" -> "{}";
        default -> null;
      };
      return browser.send(line[0], line[1], body, headers);
    }

    @Override
    public void close() {
      server.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirect", "api", "keygen", "worker", "redirect,api", "API,worker", "worker, keygen"})
  void anInstanceServesWhatItsRolesSayAndNothingElse(String roles) {
    List<String> here = List.of(roles.toLowerCase(Locale.ROOT).split(", ?"));
    try (Instance instance = Instance.in(roles)) {
      SERVED.forEach((role, requests) -> requests.forEach(request -> {
        HttpResponse<String> answer = instance.send(request, "X-Api-Key",
            request.endsWith("/allocate") ? "key" : "right");
        if (here.contains(role)) {
          assertServed(request, answer);
        } else {
          assertServedElsewhere(role, request, answer);
        }
      }));
      ALWAYS.forEach(request -> assertThat(instance.send(request).statusCode()).as(request).isEqualTo(200));
    }
  }

  private static void assertServed(String request, HttpResponse<String> answer) {
    if (request.startsWith("HEAD")) {
      assertThat(answer.statusCode()).as(request).isEqualTo(307);
    } else {
      assertThat(answer.statusCode()).as(request).isIn(200, 204, 307, 404, 422);
      assertThat(answer.body()).as(request).doesNotContain("\"not-served-here\"");
    }
  }

  private static void assertServedElsewhere(String role, String request, HttpResponse<String> answer) {
    if (request.startsWith("HEAD")) {
      assertThat(answer.statusCode()).as(request).isEqualTo(404);
    } else {
      assertThat(assertProblem(answer, 404, "not-served-here").get("detail")).asString().as(request)
          .contains("role '" + role + "'");
    }
  }

  /** A controller that names no role would be served by every instance. */
  @Test
  void everyControllerButThoseOfOperatorsIsOfARole() {
    try (Instance instance = Instance.in("worker")) {
      assertThat(instance.server.getApplicationContext().getBean(Router.class).uriRoutes()
          .filter(route -> !route.getTargetMethod().getDeclaringType().getSimpleName().equals("Elsewhere"))
          .map(route -> route.getUriMatchTemplate().toPathString()).distinct())
          .containsExactlyInAnyOrder("/healthz", "/readyz", "/metrics", "/problems", "/problems/{name}");
    }
  }

  @Test
  void rolesMayBeAList() {
    try (Instance instance = Instance.in(List.of("redirect", "worker"))) {
      assertThat(instance.send("GET /k3Jx9QpA").statusCode()).isEqualTo(307);
      assertProblem(instance.send("POST /allocate"), 404, "not-served-here");
    }
  }

  @Test
  void nothingOfAnotherRoleIsTakenForACode() {
    try (Instance instance = Instance.in("redirect")) {
      for (String request : List.of("GET /docs", "GET /openapi.yaml", "GET /allocate", "POST /allocate",
          "PUT /allocate", "DELETE /api/v1/links/x", "OPTIONS /api/v1/links")) {
        for (String accept : List.of("*/*", "application/json", "image/png")) {
          assertProblem(instance.send(request, "Accept", accept), 404, "not-served-here");
        }
        assertProblem(instance.send(request, "Content-Type", "text/plain"), 404, "not-served-here");
      }
      assertThat(instance.hexlink.keys).isEmpty();
    }
  }

  @Test
  void whatIsServedElsewhereAsksForNoKey() {
    try (Instance instance = Instance.in("redirect")) {
      instance.hexlink.open = false;

      assertProblem(instance.send("GET /api/v1/links"), 404, "not-served-here");
      assertProblem(instance.send("POST /allocate"), 404, "not-served-here");
    }
  }

  @Test
  void browsersGetAPage() {
    try (Instance instance = Instance.in("api")) {
      HttpResponse<String> page = instance.send("GET /k3Jx9QpA", "Accept", "text/html");

      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
      assertThat(page.body()).contains("Another instance serves this", "redirect");
    }
  }

  @Test
  void anAnswerToHeadLeavesTheConnectionUsable() {
    try (Instance instance = Instance.in("api")) {
      String head = "HEAD /k3Jx9QpA HTTP/1.1\r\nHost: h\r\n\r\n";
      String last = "GET /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
      String answers = RawClient.exchange(instance.server.getPort(), head + last);

      assertThat(answers).startsWith("HTTP/1.1 404 ").contains("HTTP/1.1 200 OK", "{\"status\":\"up\"");
    }
  }
}
