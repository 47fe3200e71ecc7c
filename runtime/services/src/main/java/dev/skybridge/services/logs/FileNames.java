package dev.skybridge.services.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.services.AwsException;
import java.net.URLDecoder;
import java.net.URLEncoder;

/**
 * Names of groups and streams as names of files: no separator, and never the folder itself or the
 * one above it.
 */
final class FileNames {
  /** Linux has 255 bytes for a file's name; the rest is for suffixes. */
  private static final int LONGEST = 240;

  private FileNames() {}

  /**
   * The file name of a group or stream.
   *
   * @throws AwsException if the file system has no room for a name as long
   */
  static String of(String name) {
    String encoded = URLEncoder.encode(name, UTF_8);
    if (encoded.length() > LONGEST) {
      throw new AwsException(
          "InvalidParameterException",
          400,
          "Skybridge keeps names of log groups and streams up to "
              + LONGEST
              + " bytes (URL-encoded), this one has "
              + encoded.length()
              + ": "
              + name);
    }
    return encoded.matches("[.]+") ? encoded.replace(".", "%2E") : encoded;
  }

  /** The group or stream that a file's name stands for. */
  static String name(String fileName) {
    return URLDecoder.decode(fileName, UTF_8);
  }
}
