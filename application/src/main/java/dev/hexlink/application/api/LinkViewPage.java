package dev.hexlink.application.api;

import java.util.List;

/** Links in order, and whether more follow the last. */
public record LinkViewPage(List<LinkView> links, boolean hasMore) {
  public LinkViewPage {
    links = List.copyOf(links);
  }
}
