package dev.skybridge.services.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * CloudWatch Logs of all accounts: a folder per group, a file per stream. Files that nobody has
 * written to for longer than the group's retention are deleted, and of a group's streams only the
 * latest are kept. Safe for use by several threads.
 */
public final class LogsService {
  /** A bound on files, not on meaning. */
  private static final int STREAMS = 500;

  /** Marks a group that was made by who wrote to it. */
  private static final String UNMANAGED = "unmanaged";

  private final Path folder;
  private final InstantSource clock;
  private final Map<Arn, LogGroup> groups = new ConcurrentHashMap<>();

  /**
   * @param folder where the logs lie
   */
  public LogsService(Path folder, InstantSource clock) {
    this.folder = folder;
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
    delete(place(group));
  }

  /** Forgets that a group was put, and keeps what is in it. */
  public void release(Arn group) {
    groups.remove(group);
    try {
      prepare(group, place(group));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The group of this ARN, if it was put. */
  public Optional<LogGroup> find(Arn group) {
    return Optional.ofNullable(groups.get(group));
  }

  /** Drops what is older than its group's retention, and the oldest streams of too many. */
  public void reconcile() {
    groups.values().forEach(this::tidy);
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
    Path place = place(arn);
    Path file = StreamFile.of(place, stream);
    Arn streamArn = scope.arn("logs", "log-group:" + group + ":log-stream:" + stream);
    if (!Files.exists(file) && !access.allows("logs:CreateLogStream", withStreams(arn))) {
      return false;
    }
    if (!access.allows("logs:PutLogEvents", streamArn)) {
      return false;
    }
    try {
      synchronized (this) {
        prepare(arn, place);
        StreamFile.append(file, events);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    if (!exists(arn)) {
      throw new AwsException(
          "ResourceNotFoundException", 400, "The specified log group does not exist.");
    }
    List<LogEvent> events = new ArrayList<>();
    try {
      for (Path file : files(place(arn))) {
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
    for (Path place : folders(place(scope.arn("logs", "log-group:x")).getParent())) {
      if (Files.exists(place.resolve(UNMANAGED))) {
        String name = URLDecoder.decode(String.valueOf(place.getFileName()), UTF_8);
        found.put(name, new LogGroup(scope, name, 0));
      }
    }
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
    try {
      prepare(group.arn(), place(group.arn()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      prepare(group, place(group));
      StreamFile.append(StreamFile.of(place(group), stream), events);
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
    try {
      return files(existing(group)).stream().map(StreamFile::stream).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      for (Path file : files(place(group))) {
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
    return place(group);
  }

  private static List<Path> folders(@Nullable Path parent) {
    if (parent == null || !Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(parent)) {
      return all.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean exists(Arn group) {
    return groups.containsKey(group) || Files.exists(place(group).resolve(UNMANAGED));
  }

  private void prepare(Arn group, Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      Files.createDirectories(
          place,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path mark = place.resolve(UNMANAGED);
    if (groups.containsKey(group)) {
      Files.deleteIfExists(mark);
    } else if (!Files.exists(mark)) {
      Files.createFile(mark);
    }
  }

  private void tidy(LogGroup group) {
    try {
      int kept = 0;
      for (Path file : files(place(group.arn()))) {
        Duration age =
            Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
        boolean old = group.retentionDays() > 0 && age.toDays() >= group.retentionDays();
        if (old || ++kept > STREAMS) {
          Files.delete(file);
          Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".1"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a group's streams, the one written last first. */
  private static List<Path> files(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(place)) {
      return all.filter(file -> file.toString().endsWith(StreamFile.SUFFIX))
          .sorted(Comparator.comparing(LogsService::written).reversed())
          .toList();
    }
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private synchronized void delete(Path place) {
    if (!Files.isDirectory(place)) {
      return;
    }
    try (Stream<Path> all = Files.list(place)) {
      for (Path file : all.toList()) {
        Files.delete(file);
      }
      Files.delete(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path place(Arn group) {
    String name = group.resource().substring("log-group:".length());
    return folder
        .resolve(group.account())
        .resolve(group.region())
        .resolve(URLEncoder.encode(name, UTF_8));
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
