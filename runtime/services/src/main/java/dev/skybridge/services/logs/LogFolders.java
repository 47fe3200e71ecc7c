package dev.skybridge.services.logs;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the groups lie on disk: a folder per account, in it one per Region, in it one per group,
 * with a file per stream. Only the owner can read them.
 *
 * @param root holds the accounts' folders; made with the first group
 */
record LogFolders(Path root) {
  /** A bound on files, not on meaning. */
  private static final int STREAMS = 500;

  /** Marks a group that was made by who wrote to it. */
  private static final String UNMANAGED = "unmanaged";

  /** The folder of a group, whether it is there or not. */
  Path of(Arn group) {
    String name = group.resource().substring("log-group:".length());
    return root.resolve(group.account()).resolve(group.region()).resolve(FileNames.of(name));
  }

  /** Whether a group was made by who wrote to it. */
  boolean isUnmanaged(Arn group) {
    return Files.exists(of(group).resolve(UNMANAGED));
  }

  /** The names of the groups that were made by who wrote to them. */
  List<String> unmanaged(Scope scope) {
    Path region = root.resolve(scope.account().value()).resolve(scope.region().name());
    if (!Files.isDirectory(region)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(region)) {
      return all.filter(folder -> Files.exists(folder.resolve(UNMANAGED)))
          .map(folder -> FileNames.name(String.valueOf(folder.getFileName())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a group's folder, if need be.
   *
   * @param unmanaged how the group is marked from now on
   */
  Path prepare(Arn group, boolean unmanaged) {
    Path folder = of(group);
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Path mark = folder.resolve(UNMANAGED);
      if (!unmanaged) {
        Files.deleteIfExists(mark);
      } else if (!Files.exists(mark)) {
        Files.createFile(mark);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a group's streams, the one written last first. */
  List<Path> streams(Arn group) {
    Path folder = of(group);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(StreamFile.SUFFIX))
          .sorted(Comparator.comparing(LogFolders::written).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops streams that nobody has written to for so many days, and the oldest of too many. */
  void tidy(LogGroup group, Instant now) {
    try {
      int kept = 0;
      for (Path file : streams(group.arn())) {
        long days = Duration.between(written(file).toInstant(), now).toDays();
        boolean old = group.retentionDays() > 0 && days >= group.retentionDays();
        if (old || ++kept > STREAMS) {
          Files.delete(file);
          Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".1"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a group's folder with all that is in it. */
  void delete(Arn group) {
    Path folder = of(group);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
