package dev.hexlink.application.spi;

import dev.hexlink.domain.link.Link;
import java.util.List;

/** Links in order, and whether more follow the last. */
public record LinkPage(List<Link> links, boolean hasMore) {
  public LinkPage {
    links = List.copyOf(links);
  }
}
