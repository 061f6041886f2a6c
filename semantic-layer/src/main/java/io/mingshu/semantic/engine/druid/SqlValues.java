package io.mingshu.semantic.engine.druid;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Druid's values as those of answers, by their SQL types. */
final class SqlValues {
  private SqlValues() {}

  /** Reads one value of one column; the parser stands on it. */
  interface Reading {
    @Nullable Object read(JsonParser json) throws IOException;
  }

  static List<Reading> of(List<String> sqlTypes) {
    return sqlTypes.stream().map(SqlValues::of).toList();
  }

  private static Reading of(String sqlType) {
    return switch (sqlType) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT" -> orNull(SqlValues::whole);
      case "FLOAT", "REAL", "DOUBLE", "DECIMAL" -> orNull(SqlValues::number);
      case "BOOLEAN" -> orNull(SqlValues::truth);
      case "TIMESTAMP" -> orNull(SqlValues::moment);
      case "DATE" -> orNull(SqlValues::day);
      default -> orNull(SqlValues::text);
    };
  }

  private static Reading orNull(Reading reading) {
    return json -> json.currentToken() == JsonToken.VALUE_NULL ? null : reading.read(json);
  }

  private static Object whole(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw unexpected(json);
    }
    return json.getLongValue();
  }

  private static Object number(JsonParser json) throws IOException {
    if (json.currentToken().isNumeric()) {
      return json.getDoubleValue();
    }
    return switch (json.getText()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw unexpected(json);
    };
  }

  private static Object truth(JsonParser json) throws IOException {
    return switch (json.getText()) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw unexpected(json);
    };
  }

  private static Object moment(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return LocalDateTime.ofInstant(Instant.ofEpochMilli(json.getLongValue()), ZoneOffset.UTC);
    }
    return LocalDateTime.ofInstant(Instant.parse(json.getText()), ZoneOffset.UTC);
  }

  private static Object day(JsonParser json) throws IOException {
    String text = json.getText();
    return text.indexOf('T') < 0
        ? LocalDate.parse(text)
        : LocalDate.ofInstant(Instant.parse(text), ZoneOffset.UTC);
  }

  private static Object text(JsonParser json) throws IOException {
    if (!json.currentToken().isScalarValue()) {
      throw unexpected(json);
    }
    return json.getText();
  }

  private static IOException unexpected(JsonParser json) throws IOException {
    return new ArrayLinesReader.Malformed("not a value of its type: " + json.getText());
  }
}
