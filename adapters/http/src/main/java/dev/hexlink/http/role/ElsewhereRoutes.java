package dev.hexlink.http.role;

import dev.hexlink.application.api.Role;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.DefaultRouteBuilder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** The paths of the roles this instance does not have. Without them, a page that is missing would be taken for a code. */
@Singleton
@SuppressWarnings("overrides") // of the framework's own methods
final class ElsewhereRoutes extends DefaultRouteBuilder {
  private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final List<HttpMethod> ANY = List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT,
      HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.OPTIONS);

  ElsewhereRoutes(ApplicationContext context, UriNamingStrategy naming, ConversionService conversions) {
    super(context, naming, conversions);
    for (Role role : Role.values()) {
      if (!InstanceRoles.in(context).contains(role)) {
        methods(role).forEach(method -> paths(role).forEach(path -> lead(method, path, role)));
      }
    }
  }

  private static List<HttpMethod> methods(Role role) {
    return role == Role.REDIRECT ? READING : ANY;
  }

  private static List<String> paths(Role role) {
    return switch (role) {
      case REDIRECT -> List.of("/{code}", "/{code}+");
      case API -> List.of("/", "/api/{+path}", "/docs", "/docs/{+path}", "/openapi.yaml");
      case KEYGEN -> List.of("/allocate");
      case WORKER -> List.of();
    };
  }

  private void lead(HttpMethod method, String path, Role role) {
    buildRoute(method, path, Elsewhere.class, role.name().toLowerCase(Locale.ROOT), HttpRequest.class).consumesAll()
        .produces(MediaType.ALL_TYPE);
  }
}
