package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.http.Peer;
import java.util.List;
import java.util.Optional;

/** The opening side of a connection of this fabric, as the accepting side sees it. */
final class LinkGuest implements Admission.Guest {
  private final Link link;
  private final String place;
  private final TraceLog traces;

  /**
   * @param place where it was accepted, for people: {@code 192.168.2.10:443}
   */
  LinkGuest(Link link, String place, TraceLog traces) {
    this.link = requireNonNull(link);
    this.place = requireNonNull(place);
    this.traces = requireNonNull(traces);
  }

  @Override
  public Peer peer(Optional<Peer.Tls> tls, int ordinal) {
    Trace trace = link.trace();
    List<Step> opening =
        trace != null ? List.of() : ordinal == 0 ? link.opening() : link.reopening();
    return new Peer(
        link.source(),
        link.from().getPort(),
        Optional.of(link.flow().interfaceId()),
        link.target(),
        link.flow().port(),
        tls,
        Optional.ofNullable(trace),
        opening);
  }

  /**
   * A program behind a door has no other trace of it. A client of this fabric, whose link has no
   * steps before its handshake is done, notes the failure itself.
   */
  @Override
  public void handshakeFailed(String reason) {
    if (link.opening().isEmpty()) {
      return;
    }
    Trace trace = Traces.connection("connection to " + place);
    trace.addAll(link.opening());
    Verdict failed = Verdict.refuse(place, "handshake", reason, HandshakeRemedy.of(reason));
    trace.add(new Step("TLS handshake", place, failed, 0));
    trace.end("TLS handshake failed");
    traces.add(trace);
  }
}
