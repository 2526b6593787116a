package dev.hexlink.keygen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

/** The body of an answer that is short and comes in time. Of any other the connection is given up: the client's own time-out ends with the head. */
final class ShortBody implements BodySubscriber<byte[]> {
  private static final int MOST_BYTES = 16 * 1024;

  private final Duration patience;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();

  ShortBody(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    var _ = body.exceptionally(_ -> {
      subscription.cancel();
      return new byte[0];
    });
    CompletableFuture.delayedExecutor(patience.toNanos(), TimeUnit.NANOSECONDS)
        .execute(() -> body.completeExceptionally(new HttpTimeoutException("the answer did not end in time")));
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (bytes.size() + buffer.remaining() > MOST_BYTES) {
        body.completeExceptionally(new IOException("the answer is longer than " + MOST_BYTES + " bytes"));
        return;
      }
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      bytes.writeBytes(part);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toByteArray());
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }
}
