package dev.hexlink.http.link;

import dev.hexlink.application.api.Hosts;
import dev.hexlink.application.api.Role;
import dev.hexlink.application.api.WarmLinks;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.http.json.FieldReader;
import dev.hexlink.http.json.FieldType;
import dev.hexlink.http.json.Json;
import dev.hexlink.http.json.RequestBody;
import dev.hexlink.http.problem.FieldErrors;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import dev.hexlink.http.role.Serves;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;

/** Has links remembered before anyone asks for them: those an operator names now, and those that are pinned for good. */
@Serves(Role.API)
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WarmingController {
  private static final FieldType<ShortCode> CODE = FieldType.parsedFrom(ShortCode::parse,
      "A code has 1 to 64 letters, digits, '-' and '_'.");
  private static final FieldType<List<ShortCode>> CODES = (value, field, errors) -> {
    if (!(value instanceof Json.Items(var items))) {
      errors.wrongType(field, "an array of strings");
      return null;
    }
    if (items.isEmpty() || items.size() > WarmLinks.MOST_NAMED) {
      errors.invalid(field, "1 to 10,000 codes can be named at a time.");
      return null;
    }
    List<ShortCode> codes = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ShortCode code = CODE.read(items.get(i), field + "[" + i + "]", errors);
      if (code != null) {
        codes.add(code);
      }
    }
    return codes;
  };
  private final WarmLinks warming;
  private final LinkKeys keys;
  private final Hosts hosts;

  WarmingController(WarmLinks warming, LinkKeys keys, Hosts hosts) {
    this.warming = warming;
    this.keys = keys;
    this.hosts = hosts;
  }

  @Post("/warm")
  HttpResponse<WarmedJson> warm(HttpRequest<byte[]> request) {
    FieldErrors errors = new FieldErrors();
    FieldReader fields = FieldReader.of(RequestBody.readLarge(request), errors);
    List<ShortCode> codes = fields.require("codes", CODES);
    fields.refuseOthers();
    errors.refuseIfAny();
    List<LinkKey> named = codes == null
        ? List.of()
        : codes.stream().distinct().map(code -> keys.of(code.value(), request)).toList();
    return HttpResponse.ok(WarmedJson.from(warming.warm(named)));
  }

  @Get("/pins")
  HttpResponse<PinsJson> pins() {
    return HttpResponse.ok(PinsJson.from(warming.pinned(), hosts));
  }

  @Put(uri = "/links/{code}/pin", consumes = MediaType.ALL)
  HttpResponse<?> pin(String code, HttpRequest<?> request) {
    return switch (warming.pin(keys.of(code, request))) {
      case PINNED -> HttpResponse.noContent();
      case NO_SUCH_LINK -> throw new Refused(Problem.of(ProblemType.LINK_NOT_FOUND));
      case TOO_MANY -> throw new Refused(Problem.of(ProblemType.TOO_MANY_PINS));
    };
  }

  @Delete(uri = "/links/{code}/pin", consumes = MediaType.ALL)
  HttpResponse<?> unpin(String code, HttpRequest<?> request) {
    if (!warming.unpin(keys.of(code, request))) {
      throw new Refused(Problem.of(ProblemType.LINK_NOT_FOUND));
    }
    return HttpResponse.noContent();
  }
}
