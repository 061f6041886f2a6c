package io.mingshu.semantic.engine.duckdb;

import io.mingshu.semantic.engine.RowReader;
import io.mingshu.semantic.engine.RowView;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** Rows of a statement, read block by block while DuckDB makes them. */
final class DuckDbStream {
  private DuckDbStream() {}

  /**
   * Reads to the end, or until it is to be stopped.
   *
   * @param stopped looked at before each block
   * @return how many rows were read
   */
  static long read(
      DuckDBPreparedStatement statement, long maxRows, RowReader reader, BooleanSupplier stopped)
      throws SQLException {
    long rows = 0;
    try (DuckDBChunkedResult result = statement.query()) {
      int columns = (int) result.columnCount();
      Block block = new Block(columns);
      while (!stopped.getAsBoolean() && result.nextChunk()) {
        DuckDBDataChunkReader chunk = result.chunk();
        rows += chunk.rowCount();
        if (rows > maxRows) {
          throw DuckDbErrors.tooManyToRead(maxRows);
        }
        block.read(chunk, reader);
      }
    }
    return rows;
  }

  /** A block of rows, as a view of one after the other. */
  private static final class Block implements RowView {
    private final DuckDBReadableVector[] vectors;
    private long row;

    Block(int columns) {
      this.vectors = new DuckDBReadableVector[columns];
    }

    void read(DuckDBDataChunkReader chunk, RowReader reader) {
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = chunk.vector(i);
      }
      long rows = chunk.rowCount();
      for (row = 0; row < rows; row++) {
        reader.read(this);
      }
    }

    @Override
    public long number(int column) {
      DuckDBReadableVector vector = vectors[column];
      if (vector.isNull(row)) {
        return 0;
      }
      return switch (vector.getType()) {
        case BIGINT -> vector.getLong(row);
        case INTEGER -> vector.getInt(row);
        case SMALLINT -> vector.getShort(row);
        case TINYINT -> vector.getByte(row);
        case BOOLEAN -> vector.getBoolean(row) ? 1 : 0;
        case HUGEINT -> vector.getHugeInt(row).longValueExact();
        case DECIMAL -> vector.getBigDecimal(row).longValueExact();
        default -> throw new IllegalStateException(vector.getType().toString());
      };
    }

    @Override
    public boolean isNull(int column) {
      return vectors[column].isNull(row);
    }

    @Override
    public @Nullable String text(int column) {
      DuckDBReadableVector vector = vectors[column];
      if (vector.isNull(row)) {
        return null;
      }
      DuckDBColumnType type = vector.getType();
      return switch (type) {
        case VARCHAR -> vector.getString(row);
        case BOOLEAN -> String.valueOf(vector.getBoolean(row));
        case DOUBLE -> String.valueOf(vector.getDouble(row));
        case FLOAT -> String.valueOf(vector.getFloat(row));
        case DECIMAL -> vector.getBigDecimal(row).stripTrailingZeros().toPlainString();
        case DATE -> vector.getLocalDate(row).toString();
        default -> String.valueOf(number(column));
      };
    }
  }
}
