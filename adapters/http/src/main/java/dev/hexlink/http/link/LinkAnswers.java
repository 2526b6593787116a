package dev.hexlink.http.link;

import dev.hexlink.application.api.Changing;
import dev.hexlink.application.api.Hosts;
import dev.hexlink.application.api.LinkView;
import dev.hexlink.application.api.ReadLinks;
import dev.hexlink.application.api.Shortening;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.SlugRefusal;
import dev.hexlink.domain.link.TargetRefusal;
import dev.hexlink.http.BaseUrl;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Says in HTTP what came of wishes about links. */
@Singleton
final class LinkAnswers {
  private final Hosts hosts;
  private final BaseUrl baseUrl;
  private final ReadLinks reading;

  LinkAnswers(Hosts hosts, BaseUrl baseUrl, ReadLinks reading) {
    this.hosts = hosts;
    this.baseUrl = baseUrl;
    this.reading = reading;
  }

  Answer of(Shortening shortening) {
    return switch (shortening) {
      case Shortening.Created(var link) -> new Answer.Made(link, LinkJson.ofNew(link, hosts));
      case Shortening.AlreadyThere(var link) -> new Answer.Found(link, counted(link));
      case Shortening.SlugTaken(var slug) -> new Answer.Told(
          Problem.ofField("customSlug", ProblemType.SLUG_TAKEN, "'" + slug + "' belongs to another link."));
      case Shortening.SlugRefused(var why) -> new Answer.Told(refused(why));
      case Shortening.TargetRefused(var why) -> new Answer.Told(refused(why));
      case Shortening.IdempotencyKeyReused() -> new Answer.Told(Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED));
    };
  }

  MutableHttpResponse<?> alone(Answer answer) {
    return switch (answer) {
      case Answer.Made(var link, var json) -> tagged(HttpResponse.created(json), link)
          .header(HttpHeaders.LOCATION, address(link));
      case Answer.Found(var link, var json) -> tagged(HttpResponse.ok(json), link)
          .header(HttpHeaders.CONTENT_LOCATION, address(link));
      case Answer.Told(var problem) -> throw new Refused(problem);
    };
  }

  /** What a read, changed or restored link is answered. */
  MutableHttpResponse<LinkJson> shown(LinkView view) {
    return tagged(HttpResponse.ok(LinkJson.from(view, hosts)), view.link());
  }

  /**
   * The link after a change.
   *
   * @throws Refused if there was no change
   */
  LinkView changed(Changing changing) {
    return switch (changing) {
      case Changing.Changed(var view) -> view;
      case Changing.NoSuchLink() -> throw new Refused(Problem.of(ProblemType.LINK_NOT_FOUND));
      case Changing.VersionConflict(var current) -> throw new Refused(
          Problem.of(ProblemType.VERSION_CONFLICT).with(HttpHeaders.ETAG, Etag.of(current)));
      case Changing.TargetRefused(var why) -> throw new Refused(refused(why));
      case Changing.WindowRefused() -> throw new Refused(
          Problem.ofField("validUntil", ProblemType.INVALID_WINDOW));
    };
  }

  private LinkJson counted(Link link) {
    return reading.read(link.key()).map(view -> LinkJson.from(view, hosts))
        .orElseGet(() -> LinkJson.ofNew(link, hosts));
  }

  private static <T> MutableHttpResponse<T> tagged(MutableHttpResponse<T> response, Link link) {
    return response.header(HttpHeaders.ETAG, Etag.of(link));
  }

  private static Problem refused(TargetRefusal why) {
    return Problem.ofField("longUrl", Refusals.of(why));
  }

  private static Problem refused(SlugRefusal why) {
    return Problem.ofField("customSlug", Refusals.of(why));
  }

  private String address(Link link) {
    String path = "/api/v1/links/" + link.key().code();
    return baseUrl.of(link.key().host().isDefault()
        ? path
        : path + "?domain=" + URLEncoder.encode(hosts.nameOf(link.key().host()), StandardCharsets.UTF_8));
  }
}
