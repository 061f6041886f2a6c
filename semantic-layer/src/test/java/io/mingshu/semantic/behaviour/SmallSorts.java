package io.mingshu.semantic.behaviour;

import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Capabilities;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.RowReader;
import io.mingshu.semantic.engine.RowView;
import io.mingshu.semantic.time.DayRange;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An engine that had better not sort many rows at once, nor gather bits.
 *
 * @param sameHash whether numbers that stand for people are all the same
 */
record SmallSorts(Backend backend, boolean sameHash) implements Backend {
  private static final long ROWS = 300;

  @Override
  public String name() {
    return backend.name();
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, false, false, sameHash, ROWS, false);
  }

  @Override
  public Map<String, ColumnType> columns(String table) {
    return backend.columns(table);
  }

  @Override
  public @Nullable DayRange dayRange(String table, String timeColumn, ZoneId zone) {
    return backend.dayRange(table, timeColumn, zone);
  }

  @Override
  public long rowCount(String table) {
    return backend.rowCount(table);
  }

  @Override
  public Rows execute(Statement statement, Limits limits, Cancellation cancellation) {
    return backend.execute(statement, limits, cancellation);
  }

  @Override
  public void stream(
      Statement statement, Limits limits, Cancellation cancellation, RowReader reader) {
    backend.stream(
        statement,
        limits,
        cancellation,
        sameHash ? row -> reader.read(new NobodyKnown(row)) : reader);
  }

  @Override
  public void close() {
    backend.close();
  }

  private record NobodyKnown(RowView row) implements RowView {
    @Override
    public long number(int column) {
      return column == 0 ? 1 : row.number(column);
    }

    @Override
    public boolean isNull(int column) {
      return row.isNull(column);
    }

    @Override
    public @Nullable String text(int column) {
      return row.text(column);
    }
  }
}
