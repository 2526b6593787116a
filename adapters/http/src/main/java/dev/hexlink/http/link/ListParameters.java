package dev.hexlink.http.link;

import dev.hexlink.application.api.Hosts;
import dev.hexlink.application.spi.LinkCursor;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.http.json.QueryParameters;
import dev.hexlink.http.problem.ProblemType;
import io.micronaut.http.HttpParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which links a list shall show. */
final class ListParameters {
  private static final int USUAL_LIMIT = 20;
  private static final int MOST_WORDS = 16;

  private ListParameters() {}

  static LinkQuery in(HttpParameters parameters, Hosts hosts) {
    QueryParameters query = new QueryParameters(parameters);
    int limit = query.whole("limit", 1, LinkQuery.LARGEST_LIMIT, USUAL_LIMIT);
    List<String> words = words(query);
    List<Tag> tags = tags(query);
    Host host = query.read("domain", hosts::named, ProblemType.UNKNOWN_DOMAIN.explanation());
    LinkCursor after = query.cursor(LinkCursors::parse);
    query.refuseIfAny();
    return new LinkQuery(limit, after, words, tags, host);
  }

  private static List<String> words(QueryParameters query) {
    String search = query.text("search");
    List<String> words = search == null || search.isBlank() ? List.of() : List.of(search.strip().split("\\s+"));
    if (words.size() > MOST_WORDS) {
      query.refuse("search", "At most " + MOST_WORDS + " words can be searched for.");
    }
    return words;
  }

  private static List<Tag> tags(QueryParameters query) {
    List<String> written = query.list("tags");
    List<Tag> tags = new ArrayList<>();
    for (String text : written.size() <= Tag.MOST ? written : List.<String>of()) {
      Optional<Tag> tag = Tag.parse(text);
      tag.ifPresentOrElse(tags::add, () -> query.refuse("tags", "There is something among the tags that is no tag."));
    }
    if (written.size() > Tag.MOST) {
      query.refuse("tags", "A link carries at most " + Tag.MOST + " tags.");
    }
    return tags;
  }
}
