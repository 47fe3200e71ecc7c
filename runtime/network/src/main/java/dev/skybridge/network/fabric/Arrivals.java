package dev.skybridge.network.fabric;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Remembers whether bytes came since the last whole request: then silence leaves it incomplete. */
final class Arrivals extends ChannelInboundHandlerAdapter {
  private boolean begun;

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    begun = true;
    context.fireChannelRead(bytes);
  }

  boolean begun() {
    return begun;
  }

  /** A request is whole. */
  void whole() {
    begun = false;
  }
}
