package dev.hexlink.http.connection;

import dev.hexlink.http.HttpSettings;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/** Sees to it that no client holds a connection by sending its requests drop by drop. */
@Singleton
final class SlowClients implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final HttpSettings settings;

  SlowClients(HttpSettings settings) {
    this.settings = settings;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new OnServer(settings));
    return event.getBean();
  }

  private record OnServer(HttpSettings settings) implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return new OnConnection(settings, channel);
    }
  }

  private record OnConnection(HttpSettings settings, Channel channel) implements NettyServerCustomizer {
    @Override
    public void onStreamPipelineBuilt() {
      if (channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null) {
        channel.pipeline().addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "hexlink-request-timeout",
            new RequestTimeout(settings.headerTimeout(), settings.bodyTimeout()));
      }
    }
  }
}
