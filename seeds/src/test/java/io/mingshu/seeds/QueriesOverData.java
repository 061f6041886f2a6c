package io.mingshu.seeds;

import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.load.DataSetLoader;
import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.CatalogSemanticLayer;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import io.mingshu.semantic.query.QueryJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a data set by queries as the API takes them; its catalog is one that ships. */
public final class QueriesOverData implements AutoCloseable {
  private final DuckDbBackend backend;
  private final CatalogSemanticLayer layer;
  private final Asking asking;

  public QueriesOverData(Path folder, Instant asOf) {
    this.backend =
        DuckDbBackend.open(
            DataSetLoader.load(folder, Progress.NONE), new DuckDbSettings(2, 512, 1));
    this.layer =
        new CatalogSemanticLayer(
            CatalogReader.builtIn(DataSet.open(folder).manifest().catalog()),
            new DuckDbEngine(backend));
    this.asking = Asking.at(asOf);
  }

  /**
   * The rows of an answer, each by the names of its columns.
   *
   * @param json with {@code '} for quotation marks
   */
  public List<Map<String, @Nullable Object>> rows(String json) {
    QueryResult result = layer.run(QueryJson.read(json.replace('\'', '"')), asking);
    List<String> names = result.columns().stream().map(Column::name).toList();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> values : result.rows()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), values.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** A column of counts. */
  public List<Long> counts(String json, String column) {
    return rows(json).stream().map(row -> number(row, column).longValue()).toList();
  }

  /** A value that is a number. */
  public static Number number(Map<String, @Nullable Object> row, String column) {
    if (row.get(column) instanceof Number number) {
      return number;
    }
    throw new AssertionError(column + " of " + row);
  }

  @Override
  public void close() {
    backend.close();
  }
}
