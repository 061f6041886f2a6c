package io.mingshu.seeds.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What {@code dataset.json} says. It is written after all files, so its presence means that they
 * are whole.
 *
 * @param name a short identifier
 * @param catalog the name of a catalog that ships with the product, or the name of a YAML file in
 *     the folder
 * @param timeZone the business time zone; the files' own times are UTC
 * @param end the last business day with data, where there is a time column
 * @param format of the files
 * @param tables the files, one table each
 * @param wideTables what the loader joins beside them
 * @param origin where the rows come from
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Manifest(
    String name,
    String catalog,
    String timeZone,
    Optional<LocalDate> end,
    Format format,
    List<Table> tables,
    List<WideTable> wideTables,
    Origin origin) {

  /** Kinds of origin. */
  public static final String SHOP = "shop";

  public static final String IMPORT = "import";

  public Manifest {
    tables = List.copyOf(tables);
    wideTables = List.copyOf(wideTables);
  }

  /**
   * One table.
   *
   * @param name in the engine
   * @param file in the folder
   * @param rows in the file
   * @param time the column by which the file is sorted, if any
   * @param columns in order, with the engine's types
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Table(
      String name, String file, long rows, Optional<String> time, List<TableColumn> columns) {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column.
   *
   * @param type in the engine's words, such as {@code VARCHAR}, {@code TIMESTAMP}, {@code
   *     DECIMAL(12,2)}
   */
  public record TableColumn(String name, String type) {}

  /**
   * A table that the loader makes: a fact's rows with the columns of what they refer to.
   *
   * @param dimension the table referred to
   * @param key the column that both have
   */
  public record WideTable(String name, String fact, String dimension, String key) {}

  /**
   * Where the rows come from: the generator with its settings, or a file.
   *
   * @param kind {@code shop} or {@code import}
   * @param version of the generator or importer
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Origin(
      String kind,
      int version,
      Optional<String> scale,
      Optional<Long> seed,
      Optional<Integer> days,
      Optional<String> file,
      Optional<Long> rejectedRows) {}
}
