package io.mingshu.semantic.engine.druid;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.mingshu.semantic.error.MingshuException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers in the format {@code arrayLines} while they arrive: lines with names, Druid's types
 * and SQL types, a line for each row, and an empty line, without which the answer is cut.
 */
final class ArrayLinesReader {
  private static final JsonFactory JSON = new JsonFactory();

  private ArrayLinesReader() {}

  /**
   * All rows; never some of them.
   *
   * @throws IOException when the connection fails
   * @throws MingshuException with {@code TOO_MANY_ROWS} or {@code ENGINE_FAILED}
   */
  static List<List<@Nullable Object>> read(InputStream body, int maxRows, long maxBytes)
      throws IOException {
    Counted counted = new Counted(body, maxBytes);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (JsonParser json = JSON.createParser(counted)) {
      line(json);
      line(json);
      List<SqlValues.Reading> columns = SqlValues.of(line(json));
      while (json.nextToken() != null) {
        if (rows.size() == maxRows) {
          throw DruidErrors.tooManyRows(maxRows);
        }
        rows.add(row(json, columns));
      }
    } catch (JsonProcessingException | DateTimeException | Malformed e) {
      throw counted.isWhole() ? DruidErrors.failed(e) : DruidErrors.cut();
    }
    if (!counted.isWhole()) {
      throw DruidErrors.cut();
    }
    return rows;
  }

  private static List<String> line(JsonParser json) throws IOException {
    require(json.nextToken() == JsonToken.START_ARRAY, json);
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.currentToken() == JsonToken.VALUE_STRING, json);
      texts.add(json.getText());
    }
    return texts;
  }

  private static List<@Nullable Object> row(JsonParser json, List<SqlValues.Reading> columns)
      throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY, json);
    List<@Nullable Object> row = new ArrayList<>(columns.size());
    for (SqlValues.Reading column : columns) {
      require(json.nextToken() != JsonToken.END_ARRAY, json);
      row.add(column.read(json));
    }
    require(json.nextToken() == JsonToken.END_ARRAY, json);
    return Collections.unmodifiableList(row);
  }

  private static void require(boolean expected, JsonParser json) throws Malformed {
    if (!expected) {
      throw new Malformed("unexpected " + json.currentToken() + " in an answer of Druid");
    }
  }

  /** Not what the format says. */
  static final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  /** Counts what passes, and knows whether it ended with an empty line. */
  private static final class Counted extends FilterInputStream {
    private final long maxBytes;
    private long bytes;
    private int last;
    private int lastButOne;

    Counted(InputStream in, long maxBytes) {
      super(in);
      this.maxBytes = maxBytes;
    }

    boolean isWhole() {
      return last == '\n' && lastButOne == '\n';
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      if (one >= 0) {
        lastButOne = last;
        last = one;
        count(1);
      }
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read > 0) {
        lastButOne = read > 1 ? buffer[offset + read - 2] : last;
        last = buffer[offset + read - 1];
        count(read);
      }
      return read;
    }

    private void count(int more) {
      bytes += more;
      if (bytes > maxBytes) {
        throw DruidErrors.tooManyBytes(maxBytes);
      }
    }
  }
}
