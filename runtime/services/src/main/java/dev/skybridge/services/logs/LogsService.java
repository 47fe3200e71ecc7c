package dev.skybridge.services.logs;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CloudWatch Logs of all accounts: a folder per group, a file per stream. Files that nobody has
 * written to for longer than the group's retention are deleted, and of a group's streams only the
 * latest are kept. Safe for use by several threads.
 */
public final class LogsService {
  private final LogFolders folders;
  private final InstantSource clock;
  private final Map<Arn, LogGroup> groups = new ConcurrentHashMap<>();

  /**
   * @param folder where the logs lie
   */
  public LogsService(Path folder, InstantSource clock) {
    this.folders = new LogFolders(folder);
    this.clock = clock;
  }

  /**
   * What AWS checks when a group is created.
   *
   * @throws AwsException when there is one of this name
   */
  public void check(LogGroup group) {
    if (exists(group.arn())) {
      throw new AwsException(
          "ResourceAlreadyExistsException", 400, "The specified log group already exists");
    }
  }

  /** Adds or changes a group. */
  public void put(LogGroup group) {
    groups.put(group.arn(), group);
  }

  /** Removes a group and all that is in it. */
  public void remove(Arn group) {
    groups.remove(group);
    folders.delete(group);
  }

  /** Forgets that a group was put, and keeps what is in it. */
  public void release(Arn group) {
    groups.remove(group);
    prepare(group);
  }

  /** The group of this ARN, if it was put. */
  public Optional<LogGroup> find(Arn group) {
    return Optional.ofNullable(groups.get(group));
  }

  /** Drops what is older than its group's retention, and the oldest streams of too many. */
  public void reconcile() {
    groups.values().forEach(group -> folders.tidy(group, clock.instant()));
  }

  /**
   * Appends events to a stream. What the writer may not write is dropped: whether the group must be
   * made first, the stream, or nothing.
   *
   * @param group the name of the group
   * @return whether the events were kept
   */
  public boolean write(
      Scope scope, String group, String stream, List<LogEvent> events, LogAccess access) {
    Arn arn = scope.arn("logs", "log-group:" + group);
    if (!exists(arn) && !access.allows("logs:CreateLogGroup", arn)) {
      return false;
    }
    Path file = StreamFile.of(folders.of(arn), stream);
    Arn streamArn = scope.arn("logs", "log-group:" + group + ":log-stream:" + stream);
    if (!Files.exists(file) && !access.allows("logs:CreateLogStream", withStreams(arn))) {
      return false;
    }
    if (!access.allows("logs:PutLogEvents", streamArn)) {
      return false;
    }
    append(arn, stream, events);
    return true;
  }

  /**
   * The latest events of a group, of all its streams, the oldest first.
   *
   * @param limit how many at most
   * @throws AwsException when there is no such group
   */
  public List<LogEvent> tail(Scope scope, String group, int limit) {
    Arn arn = scope.arn("logs", "log-group:" + group);
    List<LogEvent> events = new ArrayList<>();
    try {
      for (Path file : files(arn)) {
        events.addAll(StreamFile.end(file));
        if (events.size() >= limit && events.size() > 10_000) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    events.sort(Comparator.comparingLong(LogEvent::millis));
    return List.copyOf(events.subList(Math.max(0, events.size() - limit), events.size()));
  }

  /** The groups of an account in a Region, put or made by who wrote to them, by name. */
  List<LogGroup> groups(Scope scope) {
    Map<String, LogGroup> found = new TreeMap<>();
    folders.unmanaged(scope).forEach(name -> found.put(name, new LogGroup(scope, name, 0)));
    groups.values().stream()
        .filter(group -> group.scope().equals(scope))
        .forEach(group -> found.put(group.name(), group));
    return List.copyOf(found.values());
  }

  /**
   * Makes a group that nobody has put.
   *
   * @throws AwsException when there is one of this name
   */
  synchronized void make(LogGroup group) {
    check(group);
    prepare(group.arn());
  }

  /**
   * Makes a stream without events.
   *
   * @throws AwsException when there is no such group, or is one of this name
   */
  synchronized void makeStream(Arn group, String stream) {
    if (hasStream(group, stream)) {
      throw new AwsException(
          "ResourceAlreadyExistsException", 400, "The specified log stream already exists");
    }
    append(group, stream, List.of());
  }

  /** Appends events to a stream. */
  synchronized void append(Arn group, String stream, List<LogEvent> events) {
    try {
      StreamFile.append(StreamFile.of(prepare(group), stream), events);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether a group has a stream.
   *
   * @throws AwsException when there is no such group
   */
  boolean hasStream(Arn group, String stream) {
    return Files.exists(StreamFile.of(existing(group), stream));
  }

  /**
   * The names of a group's streams, in order.
   *
   * @throws AwsException when there is no such group
   */
  List<String> streams(Arn group) {
    return files(group).stream().map(StreamFile::stream).sorted().toList();
  }

  /** The events of a stream, in the order of their times; of one time, as they came. */
  List<LogEvent> events(Arn group, String stream) {
    try {
      List<LogEvent> events =
          new ArrayList<>(StreamFile.all(StreamFile.of(existing(group), stream)));
      events.sort(Comparator.comparingLong(LogEvent::millis));
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many bytes a group's files have. */
  long bytes(Arn group) {
    try {
      long bytes = 0;
      for (Path file : folders.streams(group)) {
        bytes += Files.size(file);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path existing(Arn group) {
    if (!exists(group)) {
      throw new AwsException(
          "ResourceNotFoundException", 400, "The specified log group does not exist.");
    }
    return folders.of(group);
  }

  private List<Path> files(Arn group) {
    existing(group);
    return folders.streams(group);
  }

  private boolean exists(Arn group) {
    return groups.containsKey(group) || folders.isUnmanaged(group);
  }

  private Path prepare(Arn group) {
    return folders.prepare(group, !groups.containsKey(group));
  }

  private static Arn withStreams(Arn group) {
    return new Arn(
        group.partition(),
        group.service(),
        group.region(),
        group.account(),
        group.resource() + ":*");
  }
}
