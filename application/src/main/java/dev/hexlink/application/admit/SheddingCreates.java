package dev.hexlink.application.admit;

import dev.hexlink.application.api.ShortenLinks;
import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.application.api.Shortening;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Makes links unless that has to wait. */
public final class SheddingCreates implements ShortenLinks {
  private final ShortenLinks inner;
  private final LoadShedding load;

  public SheddingCreates(ShortenLinks inner, LoadShedding load) {
    this.inner = inner;
    this.load = load;
  }

  @Override
  public CompletableFuture<Shortening> shorten(ShortenRequest request) {
    return load.during(WorkClass.CREATE, () -> inner.shorten(request));
  }

  @Override
  public List<CompletableFuture<Shortening>> shortenAll(List<ShortenRequest> requests) {
    return load.duringAll(WorkClass.CREATE, () -> inner.shortenAll(requests));
  }
}
