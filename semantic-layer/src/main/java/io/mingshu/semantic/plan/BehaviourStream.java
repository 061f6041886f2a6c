package io.mingshu.semantic.plan;

import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.RowReader;
import io.mingshu.semantic.engine.RowView;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.execution.PreparedPlan;
import io.mingshu.semantic.text.Text;
import java.time.Duration;
import java.util.List;

/** Reads what an analysis of behaviour looks at, statement after statement, within one's limits. */
final class BehaviourStream implements RowReader {
  /** Rows that an analysis may look at, one after the other. */
  private static final int MOST_EVENTS = 100_000_000;

  private final RowReader reader;
  private int left = MOST_EVENTS;

  private BehaviourStream(RowReader reader) {
    this.reader = reader;
  }

  static void read(List<PreparedPlan> statements, Asking asking, RowReader reader) {
    BehaviourStream stream = new BehaviourStream(reader);
    Duration time = asking.limits().timeout();
    long end = System.nanoTime() + time.toNanos();
    for (PreparedPlan statement : statements) {
      Duration rest = Duration.ofNanos(end - System.nanoTime());
      if (rest.isNegative()) {
        throw late(time);
      }
      try {
        statement.stream(new Limits(rest, stream.left), asking.cancellation(), stream);
      } catch (MingshuException e) {
        throw e.code() == ErrorCode.QUERY_TIMEOUT && statements.size() > 1 ? late(time) : e;
      }
    }
  }

  private static MingshuException late(Duration time) {
    long seconds = time.toSeconds();
    return new MingshuException(
        ErrorCode.QUERY_TIMEOUT,
        new Text(
            "查询超过 " + seconds + " 秒，已停止；请缩短时间范围",
            "The query took longer than "
                + seconds
                + " seconds and was stopped; ask for a shorter period"));
  }

  @Override
  public void read(RowView row) {
    left--;
    reader.read(row);
  }
}
