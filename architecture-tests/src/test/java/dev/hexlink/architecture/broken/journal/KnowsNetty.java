package dev.hexlink.architecture.broken.journal;

import io.netty.buffer.ByteBuf;

/** A driver out of its adapter. */
public record KnowsNetty(ByteBuf buffer) {}
