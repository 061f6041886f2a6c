package io.mingshu.gateway.answer;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.text.Language;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a result's rows as JSON values, with what its values are called. */
final class TableWriter {
  private final Catalog catalog;

  TableWriter(Catalog catalog) {
    this.catalog = catalog;
  }

  Answer.Table write(QueryResult result, Language language) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : result.rows()) {
      List<@Nullable Object> written = new ArrayList<>();
      for (Object value : row) {
        written.add(jsonValue(value));
      }
      rows.add(written);
    }
    return new Answer.Table(
        result.columns().stream().map(c -> column(c, language)).toList(),
        rows,
        result.approximate(),
        result.notes().stream().anyMatch(n -> n.code() == Note.Code.ROWS_CUT),
        labels(result, language));
  }

  private static Answer.ColumnShown column(Column column, Language language) {
    return new Answer.ColumnShown(
        column.name(),
        column.type(),
        column.label().in(language),
        role(column),
        column.metric(),
        column.measure(),
        column.unit().map(u -> u.name().toLowerCase(Locale.ROOT)),
        column.dimension(),
        column.grain().map(g -> g.name().toLowerCase(Locale.ROOT)));
  }

  private static Answer.Role role(Column column) {
    if (column.grain().isPresent()) {
      return Answer.Role.TIME;
    }
    return column.dimension().isPresent() ? Answer.Role.DIMENSION : Answer.Role.METRIC;
  }

  private static @Nullable Object jsonValue(@Nullable Object value) {
    if (value instanceof LocalDate || value instanceof LocalDateTime) {
      return value.toString();
    }
    // JSON has no way to write them, and no figure of ours is meant to be one.
    if (value instanceof Double d && !Double.isFinite(d)) {
      return null;
    }
    return value;
  }

  private Map<String, Map<String, String>> labels(QueryResult result, Language language) {
    Map<String, Map<String, String>> labels = new LinkedHashMap<>();
    for (int i = 0; i < result.columns().size(); i++) {
      Column column = result.columns().get(i);
      Optional<Dimension> dimension = column.dimension().flatMap(catalog::dimension);
      if (dimension.isPresent()) {
        Map<String, String> named = labels(dimension.get(), result, i, language);
        if (!named.isEmpty()) {
          labels.put(column.name(), named);
        }
      }
    }
    return labels;
  }

  private static Map<String, String> labels(
      Dimension dimension, QueryResult result, int column, Language language) {
    Map<String, String> named = new LinkedHashMap<>();
    for (List<@Nullable Object> row : result.rows()) {
      if (row.get(column) != null) {
        String code = String.valueOf(row.get(column));
        dimension
            .value(code)
            .map(v -> v.label().in(language))
            .filter(label -> !label.equals(code))
            .ifPresent(label -> named.put(code, label));
      }
    }
    return named;
  }
}
