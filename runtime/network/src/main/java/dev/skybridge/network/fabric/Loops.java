package dev.skybridge.network.fabric;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** The event loops of one fabric: two to four threads that only move bytes and never block. */
final class Loops {
  private static final int MAXIMUM = 4;

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MAXIMUM),
          new DefaultThreadFactory("skybridge-network", true),
          NioIoHandler.newFactory());

  EventLoopGroup group() {
    return group;
  }

  /** Ends the threads; waits for them, 5 s at most. */
  void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
  }
}
