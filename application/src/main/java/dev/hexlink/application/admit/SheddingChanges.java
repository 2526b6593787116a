package dev.hexlink.application.admit;

import dev.hexlink.application.api.ChangeLinks;
import dev.hexlink.application.api.ChangeRequest;
import dev.hexlink.application.api.Changing;
import dev.hexlink.domain.link.LinkKey;
import java.util.OptionalLong;

/** Changes links unless that has to wait. */
public final class SheddingChanges implements ChangeLinks {
  private final ChangeLinks inner;
  private final LoadShedding load;

  public SheddingChanges(ChangeLinks inner, LoadShedding load) {
    this.inner = inner;
    this.load = load;
  }

  @Override
  public Changing change(LinkKey key, ChangeRequest request, OptionalLong expectedVersion) {
    return load.within(WorkClass.CREATE, () -> inner.change(key, request, expectedVersion));
  }

  @Override
  public Changing retire(LinkKey key, OptionalLong expectedVersion) {
    return load.within(WorkClass.CREATE, () -> inner.retire(key, expectedVersion));
  }

  @Override
  public Changing restore(LinkKey key, OptionalLong expectedVersion) {
    return load.within(WorkClass.CREATE, () -> inner.restore(key, expectedVersion));
  }
}
