package dev.hexlink.embedded.h2;

import static java.util.stream.Collectors.joining;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Note;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Title;
import dev.hexlink.domain.link.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a link is written as a row of {@code links} and read back. */
final class LinkRow {
  /** Needs {@code links l} joined with {@code domains d}. */
  static final String COLUMNS = "l.id, d.host, l.code, l.origin, l.counter_value, l.target, l.title, l.tags, l.note, l.valid_since, "
      + "l.valid_until, l.max_visits, l.redirect_status, l.created_at, l.updated_at, l.retired_at, l.version";
  static final Sql INSERT = new Sql(
      "insert into links (id, domain_id, code, origin, counter_value, target, target_host, "
          + "target_digest, title, tags, note, search_text, valid_since, valid_until, max_visits, redirect_status, created_at, "
          + "updated_at, retired_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
          + "on conflict do nothing");
  static final Sql REPLACE = new Sql(
      "update links set target = ?, target_host = ?, target_digest = ?, title = ?, tags = ?, "
          + "note = ?, search_text = ?, valid_since = ?, valid_until = ?, max_visits = ?, redirect_status = ?, updated_at = ?, "
          + "retired_at = ?, version = ? where id = ? and version = ?");

  private LinkRow() {}

  static @Nullable Object[] toInsert(Link link, int domain) {
    return new @Nullable Object[]{link.id().value(), domain, link.key().code().value(), originOf(link),
        counterValueOf(link), link.target().value(), link.target().host(), TargetDigest.of(link.target()),
        textOf(link.title(), Title::value), tagsOf(link), textOf(link.note(), Note::value), searchTextOf(link),
        link.window().since(), link.window().until(), link.maxVisits(), link.redirectStatus().code(), link.createdAt(),
        link.updatedAt(), link.retiredAt(), link.version()};
  }

  static @Nullable Object[] toReplace(Link next) {
    return new @Nullable Object[]{next.target().value(), next.target().host(), TargetDigest.of(next.target()),
        textOf(next.title(), Title::value), tagsOf(next), textOf(next.note(), Note::value), searchTextOf(next),
        next.window().since(), next.window().until(), next.maxVisits(), next.redirectStatus().code(), next.updatedAt(),
        next.retiredAt(), next.version(), next.id().value(), next.version() - 1};
  }

  static Link read(ResultSet row) throws SQLException {
    LinkKey key = new LinkKey(new Host(row.getString("host")), new ShortCode(row.getString("code")));
    return new Link(new LinkId(row.getObject("id", UUID.class)), key, originIn(row),
        new TargetUrl(row.getString("target")), valueOf(row.getString("title"), Title::new),
        tagsIn(row.getString("tags")), valueOf(row.getString("note"), Note::new),
        new Window(instantIn(row, "valid_since"), instantIn(row, "valid_until")),
        row.getObject("max_visits", Long.class), statusOf(row.getInt("redirect_status")),
        row.getObject("created_at", Instant.class), row.getObject("updated_at", Instant.class),
        instantIn(row, "retired_at"), row.getLong("version"));
  }

  private static @Nullable Instant instantIn(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Instant.class);
  }

  private static String originOf(Link link) {
    return switch (link.origin()) {
      case CodeOrigin.Counted _ -> "counted";
      case CodeOrigin.Chosen _ -> "chosen";
      case CodeOrigin.Drawn _ -> "drawn";
    };
  }

  private static @Nullable Long counterValueOf(Link link) {
    return link.origin() instanceof CodeOrigin.Counted(long value) ? value : null;
  }

  private static CodeOrigin originIn(ResultSet row) throws SQLException {
    return switch (row.getString("origin")) {
      case "counted" -> new CodeOrigin.Counted(row.getLong("counter_value"));
      case "chosen" -> new CodeOrigin.Chosen();
      default -> new CodeOrigin.Drawn();
    };
  }

  private static RedirectStatus statusOf(int code) {
    return RedirectStatus.of(code)
        .orElseThrow(() -> new IllegalStateException("a stored link redirects with " + code));
  }

  /** Tags hold no commas. */
  private static String tagsOf(Link link) {
    return link.tags().stream().map(Tag::value).collect(joining(","));
  }

  private static List<Tag> tagsIn(String text) {
    return text.isEmpty() ? List.of() : Arrays.stream(text.split(",")).map(Tag::new).toList();
  }

  /** What words are looked for in: lower case, one field a line. */
  private static String searchTextOf(Link link) {
    return Stream
        .of(link.key().code().value(), link.target().value(), textOf(link.title(), Title::value),
            textOf(link.note(), Note::value), tagsOf(link))
        .filter(text -> text != null && !text.isEmpty()).map(text -> text.toLowerCase(Locale.ROOT))
        .collect(joining("\n"));
  }

  private static <T> @Nullable String textOf(@Nullable T value, Function<T, String> text) {
    return value == null ? null : text.apply(value);
  }

  private static <T> @Nullable T valueOf(@Nullable String text, Function<String, T> value) {
    return text == null ? null : value.apply(text);
  }
}
