package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.network.Flow;
import dev.skybridge.network.Ipv4;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A connection that this fabric opens between two interfaces; both sides see the same object. The
 * opening side owns it: it sets the steps before it sends anything, and the trace before each
 * request.
 */
final class Link {
  private final Flow flow;
  private final Ipv4 source;
  private final Ipv4 target;
  private final String targetInterfaceId;
  private final InetSocketAddress from;
  private final InetSocketAddress to;
  private final AtomicReference<List<Step>> opening = new AtomicReference<>(List.of());
  private volatile @Nullable Trace trace;
  private volatile @Nullable Runnable end;

  /**
   * @param flow what the gates allowed
   * @param source the AWS-side address of the opening interface
   * @param target the AWS-side address of the other one
   * @param from the loopback address and port of the opening side
   * @param to the loopback address and port of the listening
   */
  Link(
      Flow flow,
      Ipv4 source,
      Ipv4 target,
      String targetInterfaceId,
      InetSocketAddress from,
      InetSocketAddress to) {
    this.flow = requireNonNull(flow);
    this.source = requireNonNull(source);
    this.target = requireNonNull(target);
    this.targetInterfaceId = requireNonNull(targetInterfaceId);
    this.from = requireNonNull(from);
    this.to = requireNonNull(to);
  }

  Flow flow() {
    return flow;
  }

  Ipv4 source() {
    return source;
  }

  Ipv4 target() {
    return target;
  }

  String targetInterfaceId() {
    return targetInterfaceId;
  }

  InetSocketAddress from() {
    return from;
  }

  InetSocketAddress to() {
    return to;
  }

  List<Step> opening() {
    return opening.get();
  }

  void opening(List<Step> steps) {
    opening.set(List.copyOf(steps));
  }

  /** The steps of the opening as they stand in the trace of a later request. */
  List<Step> reopening() {
    return opening().stream()
        .map(
            step -> new Step(step.gate() + " (connection reused)", step.place(), step.verdict(), 0))
        .toList();
  }

  @Nullable Trace trace() {
    return trace;
  }

  /** The request that the next bytes are for; none when it has its answer. */
  void trace(@Nullable Trace request) {
    trace = request;
  }

  /** How to end the connection when one of its interfaces goes. */
  void onEnd(Runnable action) {
    end = action;
  }

  void end() {
    Runnable action = end;
    if (action != null) {
      action.run();
    }
  }
}
