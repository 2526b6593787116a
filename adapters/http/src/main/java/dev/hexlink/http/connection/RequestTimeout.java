package dev.hexlink.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client takes too long to send the head or the body of a request. Stands behind the HTTP codec: bytes that end in no
 * message belong to an unfinished part. A request that comes in one piece never starts a timer.
 */
final class RequestTimeout extends ChannelInboundHandlerAdapter {
  private final Duration head;
  private final Duration body;
  private @Nullable Future<?> timer;
  private boolean inBody;
  private boolean gotMessage;

  RequestTimeout(Duration head, Duration body) {
    this.head = head;
    this.body = body;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    gotMessage = true;
    if (message instanceof HttpRequest) {
      inBody = true;
      stop();
    }
    if (message instanceof LastHttpContent) {
      inBody = false;
      stop();
    }
    context.fireChannelRead(message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (timer == null && (inBody || !gotMessage)) {
      Duration longest = inBody ? body : head;
      timer = context.executor().schedule(() -> close(context), longest.toMillis(), TimeUnit.MILLISECONDS);
    }
    gotMessage = false;
    context.fireChannelReadComplete();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    stop();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    stop();
    context.fireChannelInactive();
  }

  private static void close(ChannelHandlerContext context) {
    var _ = context.close();
  }

  private void stop() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }
}
