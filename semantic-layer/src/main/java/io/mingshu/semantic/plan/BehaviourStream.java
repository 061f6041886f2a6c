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

  private final Asking asking;
  private final long end;
  private RowReader reader = row -> {};
  private int left = MOST_EVENTS;
  private boolean begun;

  /** All that is read by it counts together. */
  BehaviourStream(Asking asking) {
    this.asking = asking;
    this.end = System.nanoTime() + asking.limits().timeout().toNanos();
  }

  void read(List<PreparedPlan> statements, RowReader into) {
    reader = into;
    Duration time = asking.limits().timeout();
    boolean several = begun || statements.size() > 1;
    begun = true;
    for (PreparedPlan statement : statements) {
      Duration rest = Duration.ofNanos(end - System.nanoTime());
      if (rest.isNegative()) {
        throw late(time);
      }
      try {
        statement.stream(new Limits(rest, left), asking.cancellation(), this);
      } catch (MingshuException e) {
        throw e.code() == ErrorCode.QUERY_TIMEOUT && several ? late(time) : e;
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
