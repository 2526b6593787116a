package dev.hexlink.http.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Gives the errors that the framework finds the same form as our own. */
@Singleton
final class ProblemErrorResponses implements ErrorResponseProcessor<Object> {
  private final Problems problems;

  ProblemErrorResponses(Problems problems) {
    this.problems = problems;
  }

  @Override
  public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> base) {
    @SuppressWarnings("unchecked") // whatever body it has is replaced
    MutableHttpResponse<Object> response = (MutableHttpResponse<Object>) base;
    return problems.tell(Problem.of(typeOf(context, base.code())), context.getRequest(), response);
  }

  private static ProblemType typeOf(ErrorContext context, int status) {
    Throwable unread = unreadBecause(context.getRequest());
    if (unread instanceof TooLongHttpLineException) {
      return ProblemType.URI_TOO_LONG;
    }
    if (unread instanceof TooLongHttpHeaderException) {
      return ProblemType.HEADER_TOO_LARGE;
    }
    return switch (status) {
      case 401, 403 -> ProblemType.UNAUTHORIZED;
      case 404 -> ProblemType.NOT_FOUND;
      case 405 -> ProblemType.METHOD_NOT_ALLOWED;
      case 406 -> ProblemType.NOT_ACCEPTABLE;
      case 413 -> ProblemType.BODY_TOO_LARGE;
      case 414 -> ProblemType.URI_TOO_LONG;
      case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
      case 431 -> ProblemType.HEADER_TOO_LARGE;
      case 503 -> ProblemType.UNAVAILABLE;
      default -> status >= 500 ? ProblemType.INTERNAL_ERROR : ProblemType.MALFORMED_REQUEST;
    };
  }

  /** Why Netty could not read the request; null when it could. */
  private static @Nullable Throwable unreadBecause(HttpRequest<?> request) {
    return request instanceof NettyHttpRequest<?> netty ? netty.getNativeRequest().decoderResult().cause() : null;
  }
}
