package io.mingshu.semantic.engine.duckdb;

import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/** What DuckDB's errors mean to the person who asked. */
final class DuckDbErrors {
  private DuckDbErrors() {}

  static MingshuException opening(Path file, SQLException e) {
    String message = message(e);
    if (message.contains("lock")) {
      return new MingshuException(
          ErrorCode.DATA_IN_USE,
          new Text(
              "数据文件 " + file + " 正被另一个进程写入",
              "The data file " + file + " is being written by another process"),
          e);
    }
    return new MingshuException(
        ErrorCode.DATA_MALFORMED,
        new Text("无法打开数据文件 " + file, "The data file " + file + " cannot be opened"),
        e);
  }

  static MingshuException running(SQLException e) {
    String message = message(e);
    if (message.contains("out of memory")) {
      return new MingshuException(
          ErrorCode.OUT_OF_MEMORY,
          new Text(
              "这个查询需要的内存太多，请缩短时间范围或减少维度",
              "The query needs too much memory; ask for a shorter period or fewer dimensions"),
          e);
    }
    return new MingshuException(
        ErrorCode.ENGINE_FAILED, new Text("查询执行失败", "The engine failed to run the query"), e);
  }

  static MingshuException timeout(Limits limits, SQLException e) {
    long seconds = limits.timeout().toSeconds();
    return new MingshuException(
        ErrorCode.QUERY_TIMEOUT,
        new Text(
            "查询超过 " + seconds + " 秒，已停止；请缩短时间范围",
            "The query took longer than "
                + seconds
                + " seconds and was stopped; ask for a shorter period"),
        e);
  }

  static MingshuException cancelled() {
    return new MingshuException(
        ErrorCode.QUERY_CANCELLED, new Text("查询已取消", "The query was cancelled"));
  }

  static MingshuException tooManyRows(int maxRows) {
    return new MingshuException(
        ErrorCode.TOO_MANY_ROWS,
        new Text(
            "结果超过 " + maxRows + " 行，请只看前几名或加上筛选",
            "The answer has more than " + maxRows + " rows; ask for the top ones or add a filter"));
  }

  static MingshuException tooManyToRead(long maxRows) {
    return new MingshuException(
        ErrorCode.TOO_MANY_ROWS,
        new Text(
            "要分析的行为超过 " + maxRows + " 条，请缩短时间范围或加上筛选",
            "There are more than "
                + maxRows
                + " events to look at; ask for a shorter period or add a filter"));
  }

  private static String message(SQLException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
  }
}
