package dev.hexlink.http.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of problem a caller can meet. Its name is part of the API: {@code SLUG_TAKEN} is {@code /problems/slug-taken}. */
public enum ProblemType {
  // @formatter:off
  MALFORMED_REQUEST(400, "The request is malformed", "The server could not read the request as HTTP."),
  MALFORMED_JSON(400, "The body is not JSON",
      "The body must be one JSON value in UTF-8: well-formed, no key twice in an object, nested at most 16 "
          + "deep."),
  INVALID_PARAMETER(400, "A parameter cannot be used",
      "A query parameter or header has a value that the endpoint does not take. Each is named in 'errors'."),
  INVALID_CURSOR(400, "The cursor cannot be used",
      "'after' must be the 'pagination.next' of the page before, unaltered. Begin again without it."),
  TOO_MANY_STEPS(400, "The series would be too long",
      "Choose a longer interval or a shorter range, so that the series has at most 10,000 steps."),
  UNAUTHORIZED(401, "A valid API key is needed",
      "Send a key as 'X-Api-Key: …' or 'Authorization: Bearer …'. A missing key and a wrong key get the same "
          + "answer."),
  KEYGEN_KEY_MISSING(403, "The server has no key to lease counts for",
      "Counts are leased to whoever shows the key of key generators. This server was given none: set "
          + "'hexlink.keygen.key'."),
  NOT_FOUND(404, "There is nothing here", "No page or endpoint has this path."),
  LINK_NOT_FOUND(404, "There is no such link",
      "No link with this code can be used now. Case matters in codes; a deleted link can be restored over the API."),
  UNKNOWN_STACK(404, "There is no such stack",
      "The store knows no stack of this name. An instance registers its own when it first starts."),
  NOT_SERVED_HERE(404, "Another instance serves this",
      "This instance does not have the role that serves this path; 'detail' names it. Ask an instance that does."),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here", "The header 'Allow' lists the methods this path takes."),
  NOT_ACCEPTABLE(406, "None of the accepted formats is available",
      "The API answers in application/json; statistics and visit lists also in text/csv."),
  SLUG_TAKEN(409, "The slug is taken", "Another link has, or had, this slug. Slugs are never given away twice."),
  TOO_MANY_PINS(409, "Too many links are pinned", "At most 10,000 links can be pinned. Unpin others first."),
  LINK_EXPIRED(410, "The link has expired", "The link could be followed until its 'validUntil'."),
  LINK_USED_UP(410, "The link is used up", "The link was followed as often as its 'maxVisits' allows."),
  LINK_DELETED(410, "The link was deleted", "The owner has taken the link out of service."),
  VERSION_CONFLICT(412, "The link has changed meanwhile",
      "'If-Match' names another version than the current one. Read the link again, then decide."),
  BODY_TOO_LARGE(413, "The body is too large", "A body has at most 64 KiB; a bulk request at most 4 MiB."),
  URI_TOO_LONG(414, "The address is too long", "The request line has at most 8 KiB."),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported",
      "Send application/json; a change may also be application/merge-patch+json."),
  INVALID_FIELDS(422, "Some fields cannot be used", "More than one thing is wrong. Each is named in 'errors'."),
  UNKNOWN_FIELD(422, "A field is not known", "The request holds a field that the endpoint does not know."),
  MISSING_FIELD(422, "A field is missing", "The request lacks a field that the endpoint needs."),
  WRONG_TYPE(422, "A field has the wrong type", "The value of a field is of another JSON type than expected."),
  INVALID_VALUE(422, "A field has a value that cannot be used",
      "The value of a field has the right type but is outside of what is allowed."),
  INVALID_WINDOW(422, "The link would end before it begins", "'validUntil' must be later than 'validSince'."),
  UNKNOWN_DOMAIN(422, "The domain is not served here",
      "'domain' must be one of the host names this server is set up for."),
  TOO_MANY_ITEMS(422, "Too many items", "A bulk request holds 1 to 1,000 links."),
  TARGET_EMPTY(422, "The target is empty", "'longUrl' must hold a URL."),
  TARGET_TOO_LONG(422, "The target is too long", "A target has at most 2,048 characters in its canonical form."),
  TARGET_MALFORMED(422, "The target is not a URL",
      "'longUrl' must be a URL that the WHATWG standard reads without repairing it: 'http://' or 'https://', a "
          + "host, no back slashes, tabs, line breaks or white space around it."),
  TARGET_SCHEME(422, "The target's scheme is not allowed", "Only http and https URLs can be shortened."),
  TARGET_CREDENTIALS(422, "The target holds credentials",
      "A target has no user name or password, not even an empty one."),
  TARGET_HOST_WITHOUT_DOT(422, "The target's host has no dot",
      "The host of a target is a name of the public internet, or an IP address."),
  TARGET_OWN_SHORT_LINK(422, "The target is a short link of this server", "Such a link would be followed in circles."),
  SLUG_TOO_SHORT(422, "The slug is too short", "'customSlug' has fewer characters than this server asks for."),
  SLUG_TOO_LONG(422, "The slug is too long", "'customSlug' has at most 64 characters."),
  SLUG_BAD_CHARACTER(422, "The slug holds a character that is not allowed",
      "'customSlug' is made of letters, digits, '-' and '_'."),
  SLUG_RESERVED(422, "The slug is reserved", "'customSlug' is, or looks like, a word this server keeps for itself."),
  SLUG_BLOCKED_WORD(422, "The slug spells a blocked word",
      "'customSlug' spells, or seems to spell, a word nobody wants to read."),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request",
      "An 'Idempotency-Key' stands for one request for 24 hours. Use a new key for another request."),
  TOO_MANY_REQUESTS(429, "Too many links were made",
      "The allowance of creates is used up. 'Retry-After' says in seconds when there is more."),
  HEADER_TOO_LARGE(431, "The headers are too large", "The headers of a request have at most 16 KiB."),
  INTERNAL_ERROR(500, "Something went wrong inside", "This is a fault of the server, which has noted it down."),
  UNAVAILABLE(503, "The server cannot answer now",
      "Something the answer depends on does not respond. Trying again after 'Retry-After' seconds is right; "
          + "creates with an 'Idempotency-Key' can be repeated safely."),
  OVERLOADED(503, "Too much is asked at once",
      "This can wait while more urgent work is done. Trying again after 'Retry-After' seconds is right."),
  CODES_EXHAUSTED(503, "No free code was found",
      "Too many generated codes in a row were taken. Trying again is right.");
  // @formatter:on

  private final int status;
  private final String title;
  private final String explanation;

  ProblemType(int status, String title, String explanation) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  /** The problem with this name; empty when there is none. */
  public static Optional<ProblemType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.code().equals(name)).findFirst();
  }

  /** The last part of the problem's address. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** What it means and what to do, for any caller. */
  public String explanation() {
    return explanation;
  }
}
