package dev.skybridge.testing;

import dev.skybridge.gate.Trace;
import java.util.Optional;

/**
 * What came of a case's request.
 *
 * @param ends {@code answer}, or how it ended without one: {@code time-out}, {@code unknown host},
 *     {@code refused}, {@code certificate}, {@code closed}
 * @param answer what came back, if anything did
 * @param trace the gates it passed
 */
record AccessOutcome(String ends, Optional<Answer> answer, Optional<Trace> trace) {}
