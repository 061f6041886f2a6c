package io.mingshu.semantic.query;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.util.stream.Collectors;

/**
 * The JSON form of semantic queries. What a query may leave out may be left out; what it does not
 * have is refused, so that a misspelt field never changes the question in silence.
 */
public final class QueryJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private QueryJson() {}

  /** The mapper itself, for those who embed queries in larger documents. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  public static String write(SemanticQuery query) {
    try {
      return MAPPER.writerFor(SemanticQuery.class).writeValueAsString(query);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a query.
   *
   * @throws MingshuException with {@code INVALID_QUERY}; the message says what is wrong and where
   */
  public static SemanticQuery read(String json) {
    try {
      return MAPPER.readValue(json, SemanticQuery.class);
    } catch (JsonProcessingException e) {
      throw new MingshuException(ErrorCode.INVALID_QUERY, explain(e), e);
    }
  }

  /** What is wrong with a query, for its author. */
  public static Text explain(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      String known =
          unknown.getKnownPropertyIds() == null
              ? ""
              : unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", "));
      String name = unknown.getPropertyName();
      return new Text(
          path(unknown) + " 没有字段 " + name + "，可用的有 " + known,
          path(unknown) + " has no field " + name + "; it has " + known);
    }
    if (e instanceof InvalidTypeIdException type) {
      if (type.getTypeId() == null) {
        return new Text(
            path(type) + " 没有说明是哪一种（kind 或 type）",
            path(type) + " does not say of which kind (or type) it is");
      }
      return new Text(
          path(type) + " 的类型 " + type.getTypeId() + " 不存在",
          path(type) + " cannot be a " + type.getTypeId());
    }
    if (e instanceof InvalidFormatException format) {
      return new Text(
          path(format) + " 的值 " + format.getValue() + " 无效",
          path(format) + " cannot be " + format.getValue());
    }
    if (e instanceof JsonMappingException mapping) {
      return new Text(path(mapping) + " 的形式不对", path(mapping) + " has the wrong form");
    }
    JsonLocation at = e.getLocation();
    String where = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
    return new Text("不是有效的 JSON（" + where + "）", "This is not valid JSON (" + where + ")");
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "query" : path;
  }
}
