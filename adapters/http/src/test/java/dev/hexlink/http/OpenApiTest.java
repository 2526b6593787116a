package dev.hexlink.http;

import static dev.hexlink.http.Answers.errors;
import static dev.hexlink.http.Answers.json;
import static dev.hexlink.http.Answers.list;
import static dev.hexlink.http.Answers.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.http.json.PaginationJson;
import dev.hexlink.http.lease.LeaseJson;
import dev.hexlink.http.link.BulkItemJson;
import dev.hexlink.http.link.BulkJson;
import dev.hexlink.http.link.LinkJson;
import dev.hexlink.http.link.LinkListJson;
import dev.hexlink.http.link.PinJson;
import dev.hexlink.http.link.PinsJson;
import dev.hexlink.http.link.VisitsJson;
import dev.hexlink.http.link.WarmedJson;
import dev.hexlink.http.operation.CheckJson;
import dev.hexlink.http.operation.HealthJson;
import dev.hexlink.http.problem.FieldErrorJson;
import dev.hexlink.http.problem.ProblemJson;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.statistics.GroupJson;
import dev.hexlink.http.statistics.StatisticsJson;
import dev.hexlink.http.statistics.StepJson;
import dev.hexlink.http.statistics.VisitJson;
import dev.hexlink.http.statistics.VisitListJson;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document says what the code does, and all of it. */
class OpenApiTest extends ServerTest {
  /** Parts of pages, which are no endpoints of their own. */
  private static final Set<String> NOT_DESCRIBED = Set.of("/", "/robots.txt", "/favicon.ico", "/docs/start.js",
      "/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js");
  private static final Set<String> METHODS = Set.of("get", "head", "post", "patch", "delete", "put");
  private final Router router;
  private final Map<String, Object> document;

  OpenApiTest(EmbeddedServer server, FakeHexlink hexlink, Router router) {
    super(server, hexlink);
    this.router = router;
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(100);
    this.document = object(new Yaml(new SafeConstructor(options)).load(browser.get("/openapi.yaml").body()));
  }

  private @Nullable Object at(String... path) {
    Object place = document;
    for (String step : path) {
      place = object(place).get(step);
    }
    return place;
  }

  @Test
  void everyEndpointIsDescribedAndEveryDescriptionHasItsEndpoint() {
    Set<String> served = router.uriRoutes()
        .filter(route -> !NOT_DESCRIBED.contains(route.getUriMatchTemplate().toPathString()))
        .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString())
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> withoutImplicitHead = served.stream()
        .filter(route -> !route.startsWith("HEAD ") || route.equals("HEAD /{code}"))
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described = object(at("paths")).entrySet().stream()
        .flatMap(path -> object(path.getValue()).keySet().stream().filter(METHODS::contains)
            .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(described).isEqualTo(withoutImplicitHead);
  }

  @Test
  void everyProblemIsListed() {
    assertThat(list(at("components", "schemas", "ProblemCode", "enum")))
        .containsExactlyElementsOf(Arrays.stream(ProblemType.values()).map(ProblemType::code).toList());
  }

  static Stream<Map.Entry<String, Class<? extends Record>>> schemas() {
    return Map.<String, Class<? extends Record>>ofEntries(Map.entry("Link", LinkJson.class),
        Map.entry("Visits", VisitsJson.class), Map.entry("LinkList", LinkListJson.class),
        Map.entry("Pagination", PaginationJson.class), Map.entry("BulkResult", BulkJson.class),
        Map.entry("BulkItem", BulkItemJson.class), Map.entry("Statistics", StatisticsJson.class),
        Map.entry("Step", StepJson.class), Map.entry("Group", GroupJson.class),
        Map.entry("VisitList", VisitListJson.class), Map.entry("Visit", VisitJson.class),
        Map.entry("Lease", LeaseJson.class), Map.entry("Health", HealthJson.class), Map.entry("Check", CheckJson.class),
        Map.entry("Pins", PinsJson.class), Map.entry("Pin", PinJson.class), Map.entry("Warmed", WarmedJson.class),
        Map.entry("Problem", ProblemJson.class), Map.entry("FieldError", FieldErrorJson.class)).entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyAnswerHasTheFieldsOfItsSchema(Map.Entry<String, Class<? extends Record>> schema) {
    assertThat(object(at("components", "schemas", schema.getKey(), "properties")).keySet())
        .containsExactlyElementsOf(
            Arrays.stream(schema.getValue().getRecordComponents()).map(RecordComponent::getName).toList());
  }

  @Test
  void everyFieldOfAWishIsKnownAndNoOther() {
    Set<String> wish = object(at("components", "schemas", "NewLink", "properties")).keySet();
    Set<String> change = object(at("components", "schemas", "LinkChange", "properties")).keySet();

    assertThat(wish).containsExactly("longUrl", "customSlug", "domain", "title", "tags", "note", "validSince",
        "validUntil", "maxVisits", "redirectStatus", "findIfExists");
    assertThat(unknown("POST", "/api/v1/links", wish)).isEmpty();
    assertThat(unknown("PATCH", "/api/v1/links/x", change)).isEmpty();
    assertThat(unknown("PATCH", "/api/v1/links/x", wish)).containsExactly("customSlug=unknown-field",
        "domain=unknown-field", "findIfExists=unknown-field");
  }

  /** The errors about unknown fields in a request whose every field has a type it cannot have. */
  private List<String> unknown(String method, String path, Set<String> fields) {
    String body = fields.stream().map(field -> "\"" + field + "\":{}").collect(Collectors.joining(",", "{", "}"));
    return errors(json(browser.send(method, path, body))).stream().filter(error -> error.endsWith("=unknown-field"))
        .toList();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = references(document).distinct().toList();

    assertThat(references).isNotEmpty()
        .allSatisfy(reference -> assertThat(at(reference.substring(2).split("/"))).as(reference).isNotNull());
  }

  private static Stream<String> references(Object node) {
    return switch (node) {
      case Map<?, ?> map -> map.entrySet().stream().flatMap(
          entry -> "$ref".equals(entry.getKey())
              ? Stream.of(entry.getValue().toString())
              : references(entry.getValue()));
      case Collection<?> items -> items.stream().flatMap(OpenApiTest::references);
      case null, default -> Stream.empty();
    };
  }

  @Test
  void theExamplesOfWishesAreTaken() {
    Map<String, Object> examples = object(
        at("paths", "/api/v1/links", "post", "requestBody", "content", "application/json", "examples"));

    assertThat(examples.values()).allSatisfy(example -> assertThat(
        browser.post("/api/v1/links", toJson(object(example).get("value"))).statusCode()).isEqualTo(201));
  }

  private static String toJson(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> map ->
        map.entrySet().stream().map(entry -> toJson(entry.getKey()) + ":" + toJson(entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
      case Collection<?> items -> items.stream().map(OpenApiTest::toJson).collect(Collectors.joining(",", "[", "]"));
      case Number number -> number.toString();
      default -> "\"" + value + "\"";
    };
  }
}
