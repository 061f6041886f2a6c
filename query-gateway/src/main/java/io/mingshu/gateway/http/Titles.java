package io.mingshu.gateway.http;

import org.jspecify.annotations.Nullable;

/** What people call what they keep. */
final class Titles {
  private Titles() {}

  /** A title that says something, in one line. */
  static String required(@Nullable String title, int longest) {
    String written = title == null ? "" : title.strip().replaceAll("\\s+", " ");
    if (written.isEmpty() || written.codePointCount(0, written.length()) > longest) {
      throw Requests.invalid(
          "title 须有 1 到 " + longest + " 个字", "title has 1 to " + longest + " characters");
    }
    return written;
  }
}
