package dev.hexlink.architecture.broken.journal;

import com.rabbitmq.client.Channel;

/** A driver out of its adapter. */
public record SpeaksToRabbitmq(Channel channel) {}
