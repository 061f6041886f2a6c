package io.mingshu.state;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Failures of a database as failures of ours. */
final class StateFailure {
  /** Class 28 of SQLSTATE: the server knows us not. */
  private static final String SIGN_IN_REFUSED = "28";

  private StateFailure() {}

  static MingshuException unavailable(StateLocation location, Throwable cause) {
    String at = location.shown();
    return new MingshuException(
        ErrorCode.STATE_UNAVAILABLE,
        new Text(
            "状态库现在用不了：" + at + "（会话、看板、链接与反馈都存在那里；提问不受影响）",
            "The state store cannot be used at the moment: "
                + at
                + " (it keeps threads, boards, links and feedback; questions are answered without"
                + " it)"),
        cause);
  }

  /** Why a store could not be opened. */
  static MingshuException atStart(StateLocation location, Throwable cause) {
    String at = location.shown();
    Optional<SQLException> failure = sql(cause);
    Optional<SQLiteErrorCode> sqlite =
        failure
            .filter(SQLiteException.class::isInstance)
            .map(e -> ((SQLiteException) e).getResultCode());
    if (sqlite.filter(StateFailure::isLock).isPresent()) {
      return new MingshuException(
          ErrorCode.STATE_UNAVAILABLE,
          new Text(
              "状态库被另一个程序锁住了：" + at + "；请停掉它，或用 --state 另选一处",
              "Another program has locked the state store: "
                  + at
                  + "; stop it, or choose another place with --state"),
          cause);
    }
    if (sqlite.filter(StateFailure::isNoStore).isPresent()) {
      return unreadable(at, "不是状态库，或已损坏", "it is no state store, or damaged", cause);
    }
    if (failure
        .map(SQLException::getSQLState)
        .filter(s -> s.startsWith(SIGN_IN_REFUSED))
        .isPresent()) {
      return new MingshuException(
          ErrorCode.STATE_UNAVAILABLE,
          new Text(
              "状态库拒绝登录：" + at + "；请检查 " + StateLocation.USER + " 与 " + StateLocation.PASSWORD,
              "The state store refuses the sign-in: "
                  + at
                  + "; check "
                  + StateLocation.USER
                  + " and "
                  + StateLocation.PASSWORD),
          cause);
    }
    return new MingshuException(
        ErrorCode.STATE_UNAVAILABLE,
        new Text(
            "无法打开状态库：" + at + "（" + reason(cause) + "）；可用 --state 另选一处",
            "Cannot open the state store: "
                + at
                + " ("
                + reason(cause)
                + "); --state chooses another place"),
        cause);
  }

  static MingshuException newer(StateLocation location, String version, String known) {
    String at = location.shown();
    return new MingshuException(
        ErrorCode.STATE_UNREADABLE,
        new Text(
            "状态库由更新的版本写成："
                + at
                + " 的格式是 "
                + version
                + "，本程序只认得到 "
                + known
                + "；请升级本程序，或用 --state 另选一处",
            "A newer version has made the state store: "
                + at
                + " has format "
                + version
                + ", this program knows up to "
                + known
                + "; upgrade it, or choose another place with --state"));
  }

  static MingshuException unreadable(String at, String zh, String en, Throwable cause) {
    return new MingshuException(
        ErrorCode.STATE_UNREADABLE,
        new Text(
            "无法使用状态库 " + at + "：" + zh + "；请用 --state 另选一处，或从备份恢复",
            "The state store "
                + at
                + " cannot be used: "
                + en
                + "; choose another place with --state, or restore a backup"),
        cause);
  }

  /** What the database said, without the URL that drivers repeat. */
  static String reason(Throwable failure) {
    return sql(failure)
        .map(e -> firstLine(e.getMessage()) + state(e))
        .orElseGet(() -> failure.getClass().getSimpleName());
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : ", SQLSTATE " + e.getSQLState();
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  /** The innermost failure of the database. */
  private static Optional<SQLException> sql(Throwable failure) {
    Optional<SQLException> found = Optional.empty();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e) {
        found = Optional.of(e);
      }
    }
    return found;
  }

  private static boolean isLock(SQLiteErrorCode code) {
    return code.name().startsWith("SQLITE_BUSY") || code.name().startsWith("SQLITE_LOCKED");
  }

  private static boolean isNoStore(SQLiteErrorCode code) {
    return code.name().startsWith("SQLITE_NOTADB") || code.name().startsWith("SQLITE_CORRUPT");
  }
}
