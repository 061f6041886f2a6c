package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.behaviour.RetentionFold;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.text.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The table of a retention: a row for each cohort and return, or for each return. */
final class RetentionTable {
  private final RetentionQuery query;
  private final BehaviourScene scene;
  private final BehaviourColumns words;
  private final Intervals intervals;
  private final List<RetentionFold.Column> returns;
  private final int cohorts;
  private final int over;
  private final boolean growing;

  /**
   * @param over how many of the intervals are told about
   * @param growing whether the last of them is not over
   */
  RetentionTable(
      RetentionQuery query,
      BehaviourScene scene,
      Intervals intervals,
      List<RetentionFold.Column> returns,
      int over,
      boolean growing) {
    this.query = query;
    this.scene = scene;
    this.words = new BehaviourColumns(scene.catalog());
    this.intervals = intervals;
    this.returns = List.copyOf(returns);
    this.over = over;
    this.growing = growing;
    this.cohorts = Math.min(intervalsOfPeriod(), intervals.size());
  }

  private boolean hasRanges() {
    return returns.stream()
        .anyMatch(column -> column.last().isEmpty() || column.last().getAsInt() != column.first());
  }

  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    query.groupBy().ifPresent(name -> columns.add(words.group(name)));
    if (!query.pooled()) {
      columns.add(BehaviourColumns.interval("cohort", query.unit(), "开始于", "Cohort"));
    }
    columns.add(BehaviourColumns.ordinal("period_number", "第几期", "Period"));
    if (hasRanges()) {
      columns.add(BehaviourColumns.ordinal("period_last", "到第几期", "Through period"));
    }
    columns.addAll(figures(query.lost()));
    return columns;
  }

  /** Whom the figures are of, and how many of them came back, or did not. */
  static List<Column> figures(boolean lost) {
    Column users = BehaviourColumns.people("cohort_users", "起始用户数", "Cohort users");
    return lost
        ? List.of(
            users,
            BehaviourColumns.people("lost_users", "没回来的用户数", "Users lost"),
            BehaviourColumns.rate("loss", "没回来的比例", "Share lost"))
        : List.of(
            users,
            BehaviourColumns.people("retained_users", "留存用户数", "Retained users"),
            BehaviourColumns.rate("rate", "留存率", "Retention rate"));
  }

  /**
   * The figures, with what is to be said of them noted.
   *
   * @param share how many of all people the fold has seen; 1: everybody
   */
  List<List<@Nullable Object>> rows(RetentionFold fold, double share) {
    SampleBound bound = new SampleBound(share);
    Map<String, RetentionFold.Cohorts> groups = new LinkedHashMap<>(fold.result());
    if (query.groupBy().isEmpty()) {
      groups.computeIfAbsent("", none -> fold.noCohorts());
    }
    List<List<@Nullable Object>> table = new ArrayList<>();
    boolean immature = cohorts < intervalsOfPeriod();
    for (String group : words.sorted(query.groupBy(), groups)) {
      RetentionFold.Cohorts counts = groups.getOrDefault(group, fold.noCohorts());
      if (query.pooled()) {
        immature |= pool(group, counts, table, bound, share);
        continue;
      }
      for (int cohort = 0; cohort < cohorts; cohort++) {
        for (int i = 0; i < returns.size(); i++) {
          if (RetentionFold.isMature(cohort, returns.get(i), over)) {
            bound.add(counts.users(cohort), counts.retained(cohort, i));
            table.add(row(group, counts, cohort, i, share));
          } else {
            immature = true;
          }
        }
      }
    }
    notes(immature, bound, share < 1);
    return table;
  }

  /**
   * A row for each column, over the cohorts of which it is over; whether some had to be left out.
   */
  private boolean pool(
      String group,
      RetentionFold.Cohorts counts,
      List<List<@Nullable Object>> table,
      SampleBound bound,
      double share) {
    boolean leftOut = false;
    for (int i = 0; i < returns.size(); i++) {
      RetentionFold.Column column = returns.get(i);
      int number = i;
      int[] mature =
          IntStream.range(0, cohorts)
              .filter(cohort -> RetentionFold.isMature(cohort, column, over))
              .toArray();
      long[] users = IntStream.of(mature).mapToLong(counts::users).toArray();
      long[] retained =
          IntStream.of(mature).mapToLong(cohort -> counts.retained(cohort, number)).toArray();
      leftOut |= mature.length < cohorts;
      if (mature.length > 0) {
        bound.addPooled(users, retained);
        table.add(row(group, i, LongStream.of(users).sum(), LongStream.of(retained).sum(), share));
      }
    }
    return leftOut;
  }

  private int intervalsOfPeriod() {
    return scene.units(scene.period().from(), scene.period().until(), query.unit()).size();
  }

  private List<@Nullable Object> row(
      String group, RetentionFold.Cohorts counts, int cohort, int column, double share) {
    List<@Nullable Object> row =
        new ArrayList<>(
            row(group, column, counts.users(cohort), counts.retained(cohort, column), share));
    row.add(
        query.groupBy().isPresent() ? 1 : 0,
        BehaviourColumns.start(intervals.start(cohort), query.unit()));
    return Collections.unmodifiableList(row);
  }

  private List<@Nullable Object> row(
      String group, int column, long users, long retained, double share) {
    List<@Nullable Object> row = new ArrayList<>();
    query.groupBy().ifPresent(name -> row.add(words.groupValue(name, group)));
    RetentionFold.Column wanted = returns.get(column);
    row.add((long) wanted.first());
    if (hasRanges()) {
      row.add(wanted.last().isPresent() ? (Object) (long) wanted.last().getAsInt() : null);
    }
    long counted = query.lost() ? users - retained : retained;
    row.add(told(users, share));
    row.add(told(counted, share));
    row.add(BehaviourColumns.share(counted, users));
    return row;
  }

  private static long told(long counted, double share) {
    return share < 1 ? Math.round(counted / share) : counted;
  }

  private void notes(boolean immature, SampleBound bound, boolean estimated) {
    if (estimated) {
      scene.notes().add(bound.note());
    }
    if (immature) {
      scene
          .notes()
          .note(
              Note.Code.IMMATURE_LEFT_OUT,
              "还没有到期的留存不列出",
              "Figures whose interval is not over yet are left out");
    }
    if (growing) {
      scene
          .notes()
          .note(
              Note.Code.LOWER_BOUND,
              "最近一期还没有过完，落在这一期的数字是" + bound(Language.ZH),
              "The latest interval is not over yet; figures that reach into it are "
                  + bound(Language.EN));
    } else if (returns.stream().anyMatch(column -> column.last().isEmpty() && column.first() > 0)) {
      scene
          .notes()
          .note(
              Note.Code.LOWER_BOUND,
              "越晚开始的用户，可能回来的时间越短，他们的数字是" + bound(Language.ZH),
              "Later cohorts have had less time to come back; their figures are "
                  + bound(Language.EN));
    }
  }

  /** More may come back yet, so that fewer are lost. */
  private String bound(Language language) {
    return query.lost()
        ? language == Language.ZH ? "上限" : "upper bounds"
        : language == Language.ZH ? "下限" : "lower bounds";
  }
}
