package dev.skybridge.dynamodb.benchmark;

import java.time.Duration;

/** What is measured: something that takes an operation and its JSON. */
interface Target extends AutoCloseable {
  String name();

  /** The answer's status and JSON must be as expected: 200. */
  String call(String operation, String request);

  /** Processor time that it used so far; an engine's is that of this process, callers included. */
  Duration processorTime();

  /** How many syncs it made so far; negative when it cannot tell. */
  long syncs();

  @Override
  void close();
}
