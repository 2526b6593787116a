package dev.hexlink.http;

import static dev.hexlink.http.Answers.assertProblem;
import static dev.hexlink.http.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.Following;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Route;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Window;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class PreviewTest extends ServerTest {
  PreviewTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
  }

  @Test
  void showsTargetAndAgeAndCountsNothing() {
    Link link = Samples.link();
    hexlink.following = _ -> new Following.To(new Route(link.id(), link.key(),
        new TargetUrl("https://example.com/?a=1&b='><script>alert(1)</script>"), RedirectStatus.FOUND, Window.ALWAYS,
        null, false, 1));

    HttpResponse<String> answer = browser.get("/k3Jx9QpA+");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(answer.body()).contains("http://hex.test/k3Jx9QpA",
        "https://example.com/?a=1&amp;b=&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;", "18 November 2026, 12:00 UTC",
        "3 days").doesNotContain("<script>");
    assertThat(hexlink.visitors).isEmpty();
    assertThat(hexlink.peeks).containsExactly(link.key());
  }

  @Test
  void saysWhyThereIsNothingToShow() {
    assertProblem(browser.get("/k3Jx9QpA+"), 404, "link-not-found");
    hexlink.following = _ -> new Following.Gone(Following.Why.EXPIRED);
    assertProblem(browser.get("/k3Jx9QpA+"), 410, "link-expired");
    hexlink.following = _ -> {
      throw new LinksUnavailable("x");
    };
    assertProblem(browser.get("/k3Jx9QpA+"), 503, "unavailable");
    assertProblem(browser.get("/a.b+"), 404, "not-found");
  }
}
