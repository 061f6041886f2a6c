package io.mingshu.seeds.dataset;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.nio.file.Path;
import java.util.Locale;

/** Says in the user's words why files could not be written. */
public final class DiskFailure {
  private DiskFailure() {}

  /** {@code DISK_FULL} where the disk or a quota is the reason, {@code LOAD_FAILED} otherwise. */
  public static MingshuException of(Exception cause, Path directory) {
    if (cause instanceof MingshuException known) {
      return known;
    }
    String reason = String.valueOf(cause.getMessage());
    if (isFull(reason)) {
      return new MingshuException(
          ErrorCode.DISK_FULL,
          new Text(
              directory + " 所在磁盘空间不足；没有留下半成品，腾出空间后重试。",
              "The disk of "
                  + directory
                  + " is full; nothing half-done was left, free some space and try again."),
          cause);
    }
    return new MingshuException(
        ErrorCode.LOAD_FAILED,
        new Text(
            "写入 " + directory + " 失败：" + reason, "Writing " + directory + " failed: " + reason),
        cause);
  }

  private static boolean isFull(String reason) {
    String words = reason.toLowerCase(Locale.ROOT);
    return words.contains("no space left")
        || words.contains("not enough space")
        || words.contains("disk quota")
        || words.contains("disk full")
        || words.contains("file too large");
  }
}
