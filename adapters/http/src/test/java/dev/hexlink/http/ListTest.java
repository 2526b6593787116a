package dev.hexlink.http;

import static dev.hexlink.http.Answers.assertProblem;
import static dev.hexlink.http.Answers.errors;
import static dev.hexlink.http.Answers.json;
import static dev.hexlink.http.Answers.list;
import static dev.hexlink.http.Answers.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.LinkViewPage;
import dev.hexlink.application.spi.LinkCursor;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.domain.link.Tag;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListTest extends ServerTest {
  private static final String LINKS = "/api/v1/links";

  ListTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
  }

  @Test
  void aPageIsShownAndTheNextFollowsItsLastLink() {
    hexlink.page = new LinkViewPage(List.of(Samples.view()), true);
    Map<String, Object> page = json(browser.get(LINKS));

    assertThat(list(page.get("data"))).hasSize(1);
    Map<String, Object> pagination = object(page.get("pagination"));
    assertThat(pagination).containsEntry("hasMore", true);
    browser.get(LINKS + "?after=" + pagination.get("next"));
    assertThat(hexlink.queries.getLast().after()).isEqualTo(new LinkCursor(Samples.BIRTH, Samples.link().id()));
  }

  @Test
  void theLastPageHasNoNext() {
    HttpResponse<String> answer = browser.get(LINKS);

    assertThat(answer.body()).isEqualTo("{\"data\":[],\"pagination\":{\"next\":null,\"hasMore\":false}}");
    assertThat(hexlink.queries).containsExactly(new LinkQuery(20, null, List.of(), List.of(), null));
  }

  @Test
  void everyConditionReachesTheApplication() {
    browser.get(LINKS + "?limit=100&search=%20a%20B&tags=x,Y&tags=z&domain=go.example.com");

    assertThat(hexlink.queries).containsExactly(new LinkQuery(100, null, List.of("a", "B"),
        List.of(new Tag("x"), new Tag("y"), new Tag("z")), FakeHexlink.OTHER_HOST));
  }

  @ParameterizedTest
  @CsvSource({"limit=0,limit", "limit=101,limit", "limit=-1,limit", "limit=x,limit", "limit=99999999999,limit",
      "domain=evil.example,domain", "search=%00,search", "tags=a%20b,tags",
      "search=a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q,search"})
  void aParameterThatCannotBeUsedIsNamed(String query, String field) {
    assertThat(errors(assertProblem(browser.get(LINKS + "?" + query), 400, "invalid-parameter")))
        .containsExactly(field + "=invalid-parameter");
    assertThat(hexlink.queries).isEmpty();
  }

  @Test
  void allParametersThatCannotBeUsedAreNamedAtOnce() {
    assertThat(errors(assertProblem(browser.get(LINKS + "?limit=0&domain=x"), 400, "invalid-parameter"))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "????", "l1 2026-11-18T12:00:00Z", "l1 yesterday 01a1ee87-3200-7001-8000-000000000002",
      "l1 2026-11-18T12:00:00Z 7", "v1 2026-11-18T12:00:00Z 01a1ee87-3200-7001-8000-000000000002", "\u00ff"})
  void aCursorThatIsNotOursIsRefused(String text) {
    String cursor = Base64.getUrlEncoder().withoutPadding()
        .encodeToString(text.getBytes(text.equals("\u00ff") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));

    assertProblem(browser.get(LINKS + "?after=" + cursor), 400, "invalid-cursor");
    assertProblem(browser.get(LINKS + "?after=%3F%21"), 400, "invalid-cursor");
  }

  @Test
  void onlyJsonIsToBeHad() {
    assertProblem(browser.get(LINKS, "Accept", "application/xml"), 406, "not-acceptable");
  }
}
