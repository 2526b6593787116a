package dev.hexlink.http;

import static dev.hexlink.http.Answers.assertProblem;
import static dev.hexlink.http.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.Following;
import dev.hexlink.application.api.Visitor;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.VisitBudgetUnavailable;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Route;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Window;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest extends ServerTest {
  RedirectTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
  }

  @Test
  void aLinkInMemoryIsFollowedOnTheEventLoop() {
    HttpResponse<String> answer = browser.get("/k3Jx9QpA");

    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(answer.headers().allValues("Location")).containsExactly(Samples.TARGET.value());
    assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
    assertThat(header(answer, "Content-Length")).isEqualTo("0");
    assertThat(hexlink.keys).containsExactly(LinkKey.of(new ShortCode("k3Jx9QpA")));
    assertThat(hexlink.followingThreads.getFirst().isVirtual()).isFalse();
    assertThat(hexlink.followingThreads.getFirst().getName()).containsIgnoringCase("eventLoop");
  }

  @Test
  void whatOnlyWaitingCanTellComesAsAFuture() {
    hexlink.followingNow = null;
    hexlink.following = _ -> new Following.To(Samples.link(RedirectStatus.FOUND, Window.ALWAYS, null).route());

    assertThat(browser.get("/k3Jx9QpA").statusCode()).isEqualTo(302);
    assertThat(hexlink.visitors).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"MOVED_PERMANENTLY,,'public, max-age=3600'", "PERMANENT_REDIRECT,,'public, max-age=3600'",
      "MOVED_PERMANENTLY,600,'public, max-age=600'", "MOVED_PERMANENTLY,86400,'public, max-age=3600'",
      "MOVED_PERMANENTLY,0,'private, no-store'", "FOUND,600,'private, no-store'",
      "TEMPORARY_REDIRECT,,'private, no-store'"})
  void onlyPermanentRedirectsMayBeKeptAndNotBeyondTheirEnd(RedirectStatus status, Integer secondsLeft,
      String expected) {
    Window window = secondsLeft == null ? Window.ALWAYS : new Window(null, Samples.NOW.plusSeconds(secondsLeft));
    hexlink.followingNow = new Following.To(Samples.link(status, window, null).route());

    HttpResponse<String> answer = browser.get("/k3Jx9QpA");

    assertThat(answer.statusCode()).isEqualTo(status.code());
    assertThat(header(answer, "Cache-Control")).isEqualTo(expected);
  }

  @Test
  void aPermanentRedirectWithABudgetIsNotKept() {
    Link link = Samples.link(RedirectStatus.MOVED_PERMANENTLY, Window.ALWAYS, null);
    hexlink.followingNow = new Following.To(new Route(link.id(), link.key(), link.target(), link.redirectStatus(),
        link.window(), 3L, false, 1));

    assertThat(header(browser.get("/k3Jx9QpA"), "Cache-Control")).isEqualTo("private, no-store");
  }

  @ParameterizedTest
  @CsvSource({"EXPIRED,link-expired", "USED_UP,link-used-up", "RETIRED,link-deleted"})
  void whatIsGoneSaysWhy(Following.Why why, String code) {
    hexlink.followingNow = new Following.Gone(why);

    assertProblem(browser.get("/k3Jx9QpA"), 410, code);
  }

  @Test
  void anUnknownCodeIsNotFound() {
    hexlink.followingNow = new Following.Unknown();

    assertProblem(browser.get("/k3Jx9QpA"), 404, "link-not-found");
  }

  @Test
  void anOutageIsNeitherFoundNorNotFound() {
    hexlink.followingNow = null;
    for (RuntimeException outage : List.of(new LinksUnavailable("secret"),
        new VisitBudgetUnavailable("secret", new IllegalStateException()))) {
      hexlink.following = _ -> {
        throw outage;
      };
      HttpResponse<String> answer = browser.get("/k3Jx9QpA");
      assertProblem(answer, 503, "unavailable");
      assertThat(header(answer, "Retry-After")).isEqualTo("2");
    }
  }

  @Test
  void aBugIsNoExceptionPage() {
    hexlink.followingNow = null;
    hexlink.following = _ -> {
      throw new IllegalStateException("secret");
    };
    HttpResponse<String> answer = browser.get("/k3Jx9QpA");

    assertProblem(answer, 500, "internal-error");
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void browsersGetAPage() {
    hexlink.followingNow = new Following.Unknown();
    HttpResponse<String> answer = browser.get("/k3Jx9QpA", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(answer.body()).contains("There is no such link").doesNotContain("k3Jx9QpA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/wp-login.php", "/a.b", "/%3Cscript%3E", "/%00", "/a%20b", "/.env", "/ä", "/a/b",
      "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
  void whatNoCodeCanBeIsNotAskedFor(String path) {
    assertProblem(browser.get(path.replace("ä", "%C3%A4")), 404, "not-found");
    assertThat(hexlink.keys).isEmpty();
  }

  @Test
  void headTellsTheWayAndIsNotCounted() {
    hexlink.following = _ -> new Following.To(Samples.link().route());

    HttpResponse<String> answer = browser.send("HEAD", "/k3Jx9QpA", null);

    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(header(answer, "Location")).isEqualTo(Samples.TARGET.value());
    assertThat(header(answer, "Content-Length")).isEqualTo("0");
    assertThat(hexlink.visitors).isEmpty();
    assertThat(hexlink.peeks).hasSize(1);
  }

  @Test
  void headOfAnUnknownCodeHasNoBodyAndKeepsTheConnection() {
    HttpResponse<String> answer = browser.send("HEAD", "/k3Jx9QpA", null);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Connection")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void otherMethodsAreNotAllowed(String method) {
    HttpResponse<String> answer = browser.send(method, "/k3Jx9QpA", null);

    assertProblem(answer, 405, "method-not-allowed");
    assertThat(header(answer, "Allow")).contains("GET").contains("HEAD");
  }

  @Test
  void aQueryStringIsIgnored() {
    assertThat(browser.get("/k3Jx9QpA?utm_source=x&y=%00").statusCode()).isEqualTo(307);
    assertThat(hexlink.keys.getFirst().code()).hasToString("k3Jx9QpA");
  }

  @ParameterizedTest
  @CsvSource({"Sec-Purpose,prefetch;prerender,true", "Purpose,prefetch,true", "X-Moz,prefetch,true",
      "Sec-Purpose,none,false", "X-Other,prefetch,false"})
  void prefetchesAreFlagged(String header, String value, boolean prefetch) {
    browser.get("/k3Jx9QpA", header, value);

    assertThat(hexlink.visitors.getFirst().prefetch()).isEqualTo(prefetch);
  }

  @ParameterizedTest
  @CsvSource({"DNT,1,false", "Sec-GPC,1,false", "DNT,0,true", "X-Other,1,true"})
  void whoAsksNotToBeTrackedIsNotToldApart(String header, String value, boolean tellApart) {
    browser.get("/k3Jx9QpA", header, value);

    assertThat(hexlink.visitors.getFirst().tellApart()).isEqualTo(tellApart);
  }

  @Test
  void theVisitorIsTakenAsSent() {
    browser.get("/k3Jx9QpA", "User-Agent", "A <b>", "Referer", "https://news.example/?q=1", "X-Forwarded-For",
        "203.0.113.9");

    Visitor visitor = hexlink.visitors.getFirst();
    assertThat(visitor.userAgent()).isEqualTo("A <b>");
    assertThat(visitor.referrer()).isEqualTo("https://news.example/?q=1");
    assertThat(visitor.address().getHostAddress()).isEqualTo("127.0.0.1");
  }

  @Test
  void theHostHeaderChoosesTheDomain() {
    String answer = RawClient.exchange(server.getPort(),
        "GET /k3Jx9QpA HTTP/1.1\r\nHost: go.example.com\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 307 ");
    RawClient.exchange(server.getPort(),
        "GET /k3Jx9QpA HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

    assertThat(hexlink.keys).extracting(LinkKey::host).containsExactly(FakeHexlink.OTHER_HOST, Host.DEFAULT);
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() {
    hexlink.followingNow = null;
    hexlink.following = key -> new Following.To(new Route(Samples.link().id(), key,
        new TargetUrl("https://example.com/" + key.code()), RedirectStatus.FOUND, Window.ALWAYS, null, false, 1));
    String request = "GET /%s HTTP/1.1\r\nHost: hex.test\r\n%s\r\n";

    String answers = RawClient.exchange(server.getPort(), request.formatted("aaa", "") + request.formatted("bbb", "")
        + request.formatted("ccc", "Connection: close\r\n"));

    assertThat(answers.lines().filter(line -> line.startsWith("Location:"))).containsExactly(
        "Location: https://example.com/aaa", "Location: https://example.com/bbb", "Location: https://example.com/ccc");
  }
}
