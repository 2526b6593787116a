package dev.hexlink.application.admit;

import dev.hexlink.application.api.LinkView;
import dev.hexlink.application.api.LinkViewPage;
import dev.hexlink.application.api.ReadLinks;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.domain.link.LinkKey;
import java.util.Optional;

/** Shows links unless that has to wait. */
public final class SheddingReads implements ReadLinks {
  private final ReadLinks inner;
  private final LoadShedding load;

  public SheddingReads(ReadLinks inner, LoadShedding load) {
    this.inner = inner;
    this.load = load;
  }

  @Override
  public Optional<LinkView> read(LinkKey key) {
    return load.within(WorkClass.READ, () -> inner.read(key));
  }

  @Override
  public LinkViewPage list(LinkQuery query) {
    return load.within(WorkClass.READ, () -> inner.list(query));
  }
}
