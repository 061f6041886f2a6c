package io.mingshu.gateway.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingshu.semantic.catalog.CalendarEntry;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be asked, as {@code GET /api/v1/catalog} writes it. Words are in both languages.
 *
 * @param dataRange by fact: the first and last business day with data
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CatalogShown(
    String name,
    Text label,
    String zone,
    String currency,
    Period defaultPeriod,
    Clock clock,
    Map<String, Days> dataRange,
    List<MetricShown> metrics,
    List<DimensionShown> dimensions,
    List<CalendarShown> calendar,
    List<Text> examples) {

  /**
   * What "now" is for a question that does not say.
   *
   * @param asOf the moment, with the business zone's offset
   * @param fixed whether it differs from the wall clock
   * @param dataUntil the last business day with data
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Clock(String asOf, boolean fixed, Optional<LocalDate> dataUntil) {}

  /** Both ends included. */
  public record Days(LocalDate first, LocalDate last) {}

  /**
   * A metric.
   *
   * @param dimensions what it can be grouped and filtered by
   */
  public record MetricShown(
      String name,
      Text label,
      Terms terms,
      Text description,
      String unit,
      Text formula,
      List<String> dimensions) {}

  public record DimensionShown(
      String name,
      Text label,
      Terms terms,
      Text description,
      boolean personal,
      boolean geography,
      List<ValueShown> values,
      List<GroupShown> groups) {}

  public record ValueShown(String code, Text label) {}

  public record GroupShown(Text label, List<String> codes) {}

  /**
   * Named days.
   *
   * @param latest the days of the latest year in which it has begun
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record CalendarShown(String name, Text label, Optional<CalendarEntry.Dated> latest) {}
}
