package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.time.Bucket;
import io.mingshu.semantic.time.Buckets;
import io.mingshu.semantic.time.BusinessCalendar;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.TimeRange;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What an analysis of behaviour takes place in.
 *
 * @param period what was asked
 * @param asOf the moment of asking
 * @param data the days that the log has
 * @param ofPeople conditions on what people have
 * @param ofEvents conditions on what happens
 * @param signedUpAt the column in which the log says when its people signed up, where it does
 * @param days whether the log knows the days of events only
 */
record BehaviourScene(
    Catalog catalog,
    BehaviourLog log,
    TimeRange period,
    Instant asOf,
    DayRange data,
    List<Filter> ofPeople,
    List<Filter> ofEvents,
    Optional<String> signedUpAt,
    boolean days,
    AnswerNotes notes) {
  /** The conditions of a filter, told apart by what they are about. */
  static List<Filter> conditions(
      Optional<Filter> filter, boolean ofPeople, Catalog catalog, BehaviourLog log) {
    return Filter.conjuncts(filter).stream()
        .filter(
            part ->
                ofPeople
                    == part.dimensions().stream()
                        .allMatch(
                            name -> catalog.dimension(name).filter(log::isOfPeople).isPresent()))
        .toList();
  }

  /** Says that groups of what happens may share people. */
  void noteOverlap(Optional<String> groupBy) {
    if (groupBy.flatMap(catalog::dimension).filter(d -> !log.isOfPeople(d)).isPresent()) {
      notes.groupsMayOverlap();
    }
  }

  BusinessCalendar calendar() {
    return new BusinessCalendar(catalog);
  }

  /** The business clock at the moment of asking. */
  LocalDateTime now() {
    return calendar().at(asOf);
  }

  /** The end of the last business day that is over and has data. */
  LocalDateTime lastDayOver() {
    LocalDateTime today = calendar().floor(now(), Grain.DAY);
    LocalDateTime dataEnd = data.last().plusDays(1).atStartOfDay();
    return earlier(today, dataEnd);
  }

  /** The first moment that has data, or the period's where that is earlier. */
  LocalDateTime beginning() {
    return earlier(data.first().atStartOfDay(), period.from());
  }

  /** The units of which a part lies in a range. */
  List<Bucket> units(LocalDateTime from, LocalDateTime until, Grain grain) {
    TimeRange range = new TimeRange(from, until, true);
    if (range.isEmpty()) {
      return List.of();
    }
    Circumstances.Resolver.refuseTooMany(range, grain);
    return new Buckets(calendar()).of(range, grain);
  }

  static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
    return a.isBefore(b) ? a : b;
  }

  /** A moment of the business clock in microseconds since 1970, as the log's times compare. */
  long micros(LocalDateTime time) {
    return days ? local(time) : ChronoUnit.MICROS.between(Instant.EPOCH, calendar().moment(time));
  }

  long asOfMicros() {
    return days ? local(now()) : ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
  }

  /** What the business clock shows at one of the log's times. */
  LocalDateTime shown(long micros) {
    Instant moment = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    return days ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC) : calendar().at(moment);
  }

  /** The start of the unit of one of the log's times, as {@link #local}. */
  long unit(long micros, Grain grain) {
    return local(calendar().floor(shown(micros), grain));
  }

  /** A time on the clock in microseconds, as if the clock showed UTC. */
  static long local(LocalDateTime time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant(ZoneOffset.UTC));
  }
}
