package io.mingshu.semantic.engine.druid;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.mingshu.semantic.engine.Backend.Statement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** A statement as Druid's SQL endpoint takes it. */
final class SqlRequest {
  private static final JsonFactory JSON = new JsonFactory();
  // Druid cuts a header short that is longer than 7 KB; a gap takes 54 bytes.
  private static final int MAX_GAPS = 100;

  private SqlRequest() {}

  static byte[] json(Statement statement, String sqlQueryId, long timeoutMillis, int subqueryRows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("query", statement.sql());
      json.writeStringField("resultFormat", "arrayLines");
      json.writeBooleanField("header", true);
      json.writeBooleanField("typesHeader", true);
      json.writeBooleanField("sqlTypesHeader", true);
      json.writeObjectFieldStart("context");
      json.writeStringField("sqlQueryId", sqlQueryId);
      json.writeNumberField("timeout", Math.max(1, timeoutMillis));
      json.writeStringField("sqlTimeZone", "Etc/UTC");
      json.writeBooleanField("useApproximateCountDistinct", false);
      json.writeBooleanField("useApproximateTopN", false);
      json.writeNumberField("maxSubqueryRows", subqueryRows);
      if (!isUnion(statement.sql())) {
        json.writeNumberField("uncoveredIntervalsLimit", MAX_GAPS);
      }
      json.writeEndObject();
      json.writeArrayFieldStart("parameters");
      for (Object parameter : statement.parameters()) {
        write(json, parameter);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Druid fails unions that report a gap, and any table has gaps before and after its rows. */
  private static boolean isUnion(String sql) {
    String upper = sql.toUpperCase(Locale.ROOT);
    return upper.contains("UNION") || upper.contains("APPEND");
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type(value));
    json.writeFieldName("value");
    writeValue(json, value);
    json.writeEndObject();
  }

  private static String type(Object value) {
    if (value instanceof String) {
      return "VARCHAR";
    }
    if (value instanceof Long || value instanceof Integer) {
      return "BIGINT";
    }
    if (value instanceof BigDecimal decimal) {
      return isWhole(decimal) ? "BIGINT" : "DOUBLE";
    }
    if (value instanceof Double || value instanceof Float) {
      return "DOUBLE";
    }
    if (value instanceof Boolean) {
      return "BOOLEAN";
    }
    if (value instanceof LocalDateTime) {
      return "TIMESTAMP";
    }
    if (value instanceof LocalDate) {
      return "DATE";
    }
    if (value instanceof List<?>) {
      return "ARRAY";
    }
    throw new IllegalArgumentException("no parameter of Druid: " + value.getClass());
  }

  private static void writeValue(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Long || value instanceof Integer) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof BigDecimal decimal) {
      // Druid has no decimals; those of the data are held as whole numbers.
      if (isWhole(decimal)) {
        json.writeNumber(decimal.longValueExact());
      } else {
        json.writeNumber(decimal.doubleValue());
      }
    } else if (value instanceof Number number) {
      json.writeNumber(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof LocalDateTime moment) {
      json.writeNumber(moment.toInstant(ZoneOffset.UTC).toEpochMilli());
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object each : list) {
        writeValue(json, each);
      }
      json.writeEndArray();
    } else {
      json.writeString(value.toString());
    }
  }

  private static boolean isWhole(BigDecimal decimal) {
    return decimal.stripTrailingZeros().scale() <= 0 && decimal.abs().compareTo(MOST) <= 0;
  }

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
}
