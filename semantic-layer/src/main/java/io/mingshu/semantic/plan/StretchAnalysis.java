package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.behaviour.RetentionFold;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.engine.RowView;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import io.mingshu.semantic.time.TimeRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Who of those that started in the period came back in a stretch of time after it: a retention of
 * two intervals of any length. Both are read by themselves, and what lies between them is not.
 */
final class StretchAnalysis implements BehaviourAnalysis {
  private static final int PERIOD = 0;
  private static final int STRETCH = 1;

  /** The moments of rows that have none of their own: in the period, and behind all that is. */
  private static final long THEN = 0;

  private static final long LATER = Long.MAX_VALUE / 2;
  private static final String SEQUENCE = "sequence";

  private final RetentionQuery query;
  private final BehaviourScene scene;
  private final BehaviourRows rows;
  private final TimeRange stretch;
  private final BehaviourColumns words;
  private final RetentionFold fold;

  /**
   * @throws io.mingshu.semantic.error.MingshuException where nothing can be told of the stretch, or
   *     it does not follow the period
   */
  StretchAnalysis(RetentionQuery query, BehaviourScene scene, BehaviourRows rows) {
    this.query = query;
    this.scene = scene;
    this.rows = rows;
    this.words = new BehaviourColumns(scene.catalog());
    this.stretch = StretchTimes.of(query.within().orElseThrow(), scene, query.lost());
    this.fold =
        new RetentionFold(
            new RetentionFold.Options(
                PERIOD + 1,
                STRETCH + 1,
                List.of(new RetentionFold.Column(STRETCH, OptionalInt.of(STRETCH))),
                query.occurrences(),
                query.cohorts() != Cohorts.EACH_INTERVAL,
                query.sameGroup() && query.cohorts() != Cohorts.SIGNUP));
    noteOverlap();
  }

  private void noteOverlap() {
    if (query.cohorts() == Cohorts.EACH_INTERVAL) {
      scene.noteOverlap(query.groupBy());
    }
  }

  @Override
  public List<RelNode> plans(int shares) {
    return needsEach() ? Share.each(shares, this::plan) : List.of(plan(Share.ALL));
  }

  private RelNode plan(Share share) {
    List<RelNode> relations = new ArrayList<>();
    relations.add(needsEach() ? eachStart(share) : starts());
    if (looksBack()) {
      relations.add(before(share));
    }
    relations.add(comeBacks(share));
    return isInSequence() ? rows.inOrder(relations, SEQUENCE) : rows.inOrder(relations);
  }

  /** Whether the first start of all must be found, and which value or filter it meets. */
  private boolean needsEach() {
    boolean first = query.cohorts() != Cohorts.EACH_INTERVAL && query.cohorts() != Cohorts.SIGNUP;
    return first
        && (query.groupBy().isPresent()
            || (query.cohorts() == Cohorts.FIRST_EVER && !scene.ofEvents().isEmpty()));
  }

  private boolean isInSequence() {
    return needsEach() && scene.log().sequence().isPresent();
  }

  private boolean looksBack() {
    return (query.cohorts() == Cohorts.FIRST_EVER || query.cohorts() == Cohorts.FIRST_MATCHING)
        && scene.beginning().isBefore(scene.period().from());
  }

  /** Those who started, whenever in the period. */
  private RelNode starts() {
    BehaviourRows.Source source =
        query.cohorts() == Cohorts.SIGNUP
            ? people()
            : rows.log(scene.period().from(), scene.period().until());
    rows.push(source);
    if (query.cohorts() != Cohorts.SIGNUP) {
      rows.builder().filter(rows.is(query.start(), scene.ofEvents(), source));
    }
    Map<String, RexNode> figures = figures(rows.one(), rows.one(), rows.zero());
    return rows.byPerson(source, THEN, query.groupBy(), figures, Map.of());
  }

  private RelNode eachStart(Share share) {
    BehaviourRows.Source source = rows.log(scene.period().from(), scene.period().until());
    rows.push(source, share);
    List<Filter> decisive = query.cohorts() == Cohorts.FIRST_EVER ? List.of() : scene.ofEvents();
    rows.builder().filter(rows.is(query.start(), decisive, source));
    RexNode matches = rows.flag(rows.is(query.start(), scene.ofEvents(), source));
    Map<String, RexNode> figures = figures(rows.one(), matches, rows.zero());
    rows.sequence().ifPresent(sequence -> figures.put(SEQUENCE, sequence));
    return rows.each(source, rows.who(source), rows.groupText(query.groupBy(), source), figures);
  }

  /** Who had a start before the period. */
  private RelNode before(Share share) {
    BehaviourRows.Source source = rows.log(scene.beginning(), scene.period().from());
    rows.push(source, share);
    List<Filter> decisive =
        query.cohorts() == Cohorts.FIRST_MATCHING ? scene.ofEvents() : List.of();
    rows.builder().filter(rows.is(query.start(), decisive, source));
    Map<String, RexNode> figures = figures(rows.one(), rows.zero(), rows.zero());
    figures.putAll(noSequence());
    return rows.longAgo(source, rows.noText(), figures);
  }

  private RelNode comeBacks(Share share) {
    BehaviourRows.Source source = rows.log(stretch.from(), stretch.until());
    rows.push(source, share);
    rows.builder().filter(rows.is(query.comeBack(), List.of(), source));
    if (query.cohorts() == Cohorts.SIGNUP) {
      scene
          .signedUpAt()
          .ifPresent(time -> rows.builder().filter(rows.within(time, scene.period())));
    }
    Optional<String> group = query.sameGroup() ? query.groupBy() : Optional.empty();
    Map<String, RexNode> figures = figures(rows.zero(), rows.zero(), rows.one());
    return rows.byPerson(source, LATER, group, figures, noSequence());
  }

  private static Map<String, RexNode> figures(RexNode mayStart, RexNode starts, RexNode returns) {
    Map<String, RexNode> figures = new LinkedHashMap<>();
    figures.put("may_start", mayStart);
    figures.put("starts", starts);
    figures.put("returns", returns);
    return figures;
  }

  /** For rows that are no events, beside events that have one. */
  private Map<String, RexNode> noSequence() {
    return isInSequence()
        ? Map.of(SEQUENCE, rows.sequence().map(rows::noneLike).orElseThrow())
        : Map.of();
  }

  private BehaviourRows.Source people() {
    BehaviourLog.People people = scene.log().people().orElseThrow();
    return new BehaviourRows.Source(people.fact(), people.time(), scene.period());
  }

  @Override
  public void read(RowView row) {
    long moment = row.number(1);
    int interval = moment == LATER ? STRETCH : moment == BehaviourRows.LONG_AGO ? -1 : PERIOD;
    fold.accept(
        String.valueOf(row.text(0)),
        interval,
        row.number(3) > 0,
        row.number(4) > 0,
        row.number(5),
        query.groupBy().isPresent() ? BehaviourColumns.groupName(row.text(2)) : "");
  }

  @Override
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    query.groupBy().ifPresent(name -> columns.add(words.group(name)));
    columns.addAll(RetentionTable.figures(query.lost()));
    return columns;
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    Map<String, RetentionFold.Cohorts> groups = new LinkedHashMap<>(fold.result());
    if (query.groupBy().isEmpty()) {
      groups.computeIfAbsent("", none -> fold.noCohorts());
    }
    List<List<@Nullable Object>> table = new ArrayList<>();
    for (String group : words.sorted(query.groupBy(), groups)) {
      RetentionFold.Cohorts counts = groups.getOrDefault(group, fold.noCohorts());
      table.add(row(group, counts.users(PERIOD), counts.retained(PERIOD, 0)));
    }
    return table;
  }

  private List<@Nullable Object> row(String group, long users, long retained) {
    long counted = query.lost() ? users - retained : retained;
    List<@Nullable Object> row = new ArrayList<>();
    query.groupBy().ifPresent(name -> row.add(words.groupValue(name, group)));
    row.add(users);
    row.add(counted);
    row.add(BehaviourColumns.share(counted, users));
    return Collections.unmodifiableList(row);
  }
}
