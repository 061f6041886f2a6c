package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When. Relative periods stay relative, so that a saved query moves with the clock; {@code
 * io.mingshu.semantic.time.PeriodResolver} turns them into business days at a moment of asking.
 * What the words mean is defined in {@code docs/semantics.md}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Period.Between.class, name = "between"),
  @JsonSubTypes.Type(value = Period.Last.class, name = "last"),
  @JsonSubTypes.Type(value = Period.ToDate.class, name = "to_date"),
  @JsonSubTypes.Type(value = Period.Previous.class, name = "previous"),
  @JsonSubTypes.Type(value = Period.Calendar.class, name = "calendar"),
  @JsonSubTypes.Type(value = Period.Fiscal.class, name = "fiscal"),
  @JsonSubTypes.Type(value = Period.Since.class, name = "since"),
  @JsonSubTypes.Type(value = Period.DaysAgo.class, name = "days_ago"),
  @JsonSubTypes.Type(value = Period.Campaign.class, name = "campaign"),
  @JsonSubTypes.Type(value = Period.All.class, name = "all")
})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public sealed interface Period {

  /** Whole days, both ends included. */
  record Between(LocalDate from, LocalDate to) implements Period {}

  /**
   * The last N units that end yesterday. Without {@code whole}: days N back; weeks 7·N days;
   * months, quarters and years back from today's date. With {@code whole}: the last N complete
   * calendar units.
   */
  record Last(int count, Grain unit, boolean whole) implements Period {}

  /** From the start of the current unit to the moment of asking (this month, MTD, today). */
  record ToDate(Grain unit) implements Period {}

  /**
   * The whole calendar unit that lies {@code back} units before the current one (1: last month).
   */
  record Previous(Grain unit, int back) implements Period {}

  /**
   * One calendar unit, whole, that contains {@code start} (June 2025; Q3 2025; the year 2025). One
   * that has begun and not ended is cut at the moment of asking.
   */
  record Calendar(Grain unit, LocalDate start) implements Period {}

  /**
   * The fiscal year or quarter that lies {@code back} units before the current one; the current one
   * (0) is cut at the moment of asking. The catalog says when a fiscal year begins.
   */
  record Fiscal(Grain unit, int back) implements Period {}

  /** From a day to the moment of asking. */
  record Since(LocalDate from) implements Period {}

  /** One whole day, N days before today (1: yesterday). */
  record DaysAgo(int days) implements Period {}

  /**
   * The days of a calendar entry of the catalog.
   *
   * @param name the entry
   * @param year the year in which it begins; absent: the latest that has begun
   * @param peakOnly its top day alone
   */
  record Campaign(String name, Optional<Integer> year, boolean peakOnly) implements Period {}

  /** All days that have data. */
  record All() implements Period {}
}
