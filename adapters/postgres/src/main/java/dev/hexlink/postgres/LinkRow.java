package dev.hexlink.postgres;

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
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a link is written as a row of {@code links} and read back. */
final class LinkRow {
  /** Needs {@code links l} joined with {@code domains d}. */
  static final String COLUMNS = "l.id, d.host, l.code, l.origin, l.counter_value, l.target, l.title, l.tags, l.note, l.valid_since, "
      + "l.valid_until, l.max_visits, l.redirect_status, l.created_at, l.updated_at, l.retired_at, l.version";
  private LinkRow() {}

  /** A column each, in the order of {@link LinkInserts}' statement. */
  static @Nullable Object[] columnsOf(List<Link> links, ToIntFunction<Host> domain) {
    return new @Nullable Object[]{column("uuid", links, link -> link.id().value()),
        column("integer", links, link -> domain.applyAsInt(link.key().host())),
        column("text", links, link -> link.key().code().value()), column("text", links, LinkRow::originOf),
        column("bigint", links, LinkRow::counterValueOf), column("text", links, link -> link.target().value()),
        column("text", links, link -> link.target().host()),
        column("bigint", links, link -> TargetDigest.of(link.target())),
        column("text", links, link -> textOf(link.title(), Title::value)), column("text", links, LinkRow::tagsOf),
        column("text", links, link -> textOf(link.note(), Note::value)), column("text", links, LinkRow::searchTextOf),
        column("timestamptz", links, link -> link.window().since()),
        column("timestamptz", links, link -> link.window().until()), column("bigint", links, Link::maxVisits),
        column("smallint", links, link -> link.redirectStatus().code()),
        column("timestamptz", links, Link::createdAt), column("timestamptz", links, Link::updatedAt),
        column("timestamptz", links, Link::retiredAt), column("bigint", links, Link::version)};
  }

  private static Values column(String type, List<Link> links, Function<Link, @Nullable Object> value) {
    return Values.of(type, links, value);
  }

  static @Nullable Object[] toReplace(Link next) {
    return new @Nullable Object[]{next.target().value(), next.target().host(), TargetDigest.of(next.target()),
        textOf(next.title(), Title::value), tagsOf(next), textOf(next.note(), Note::value), searchTextOf(next),
        next.window().since(), next.window().until(), next.maxVisits(), next.redirectStatus().code(), next.updatedAt(),
        next.retiredAt(), next.version(), next.id().value(), next.version() - 1,
        Values.of("text", next.tags(), Tag::value)};
  }

  static Link read(ResultSet row) throws SQLException {
    LinkKey key = new LinkKey(new Host(row.getString("host")), new ShortCode(row.getString("code")));
    return new Link(new LinkId(row.getObject("id", UUID.class)), key, originIn(row),
        new TargetUrl(row.getString("target")), valueOf(row.getString("title"), Title::new),
        tagsIn(row.getString("tags")), valueOf(row.getString("note"), Note::new),
        new Window(Sql.instantIn(row, "valid_since"), Sql.instantIn(row, "valid_until")),
        row.getObject("max_visits", Long.class), statusOf(row.getInt("redirect_status")),
        Sql.momentIn(row, "created_at"), Sql.momentIn(row, "updated_at"), Sql.instantIn(row, "retired_at"),
        row.getLong("version"));
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
