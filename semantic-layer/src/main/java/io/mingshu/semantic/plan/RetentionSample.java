package io.mingshu.semantic.plan;

import io.mingshu.semantic.behaviour.RetentionFold;
import io.mingshu.semantic.behaviour.ThetaSketch;
import io.mingshu.semantic.engine.RowView;
import io.mingshu.semantic.plan.algebra.SemanticOperators;
import io.mingshu.semantic.query.Grain;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Retention of a sample of people: the engine gives a sketch of those who started, and of those who
 * came back, for each interval. What sketches have in common is the same people in all of them, so
 * that intersections, differences and unions are those of the sample.
 */
final class RetentionSample {
  /** What may be held of an answer: each sketch is up to 175 KB on its way. */
  private static final int MOST_SKETCHES = 200;

  private static final String WHEN = "at";
  private static final String WHO = "who";
  private static final String SKETCH = "sketch";
  private static final String STARTED = "started";
  private static final String CAME_BACK = "came_back";

  private final BehaviourRows rows;
  private final RelBuilder builder;
  private final Grain unit;
  private final Intervals intervals;
  private final List<Sketched> sketches = new ArrayList<>();
  private long limit = ThetaSketch.ALL;

  private record Sketched(int interval, ThetaSketch started, ThetaSketch cameBack) {}

  RetentionSample(BehaviourRows rows, Grain unit, Intervals intervals) {
    this.rows = rows;
    this.builder = rows.builder();
    this.unit = unit;
    this.intervals = intervals;
  }

  /** Whether the sketches of so many intervals can be held. */
  static boolean fits(int intervals) {
    return intervals > 0 && 2 * intervals <= MOST_SKETCHES;
  }

  /** A sketch for each interval of those who have rows in the builder, which start them. */
  RelNode starts(BehaviourRows.Source source) {
    return byInterval(source, true);
  }

  /** The same of those who came back. */
  RelNode comeBacks(BehaviourRows.Source source) {
    return byInterval(source, false);
  }

  private RelNode byInterval(BehaviourRows.Source source, boolean starts) {
    builder.project(List.of(rows.bucket(source, unit), rows.who(source)), List.of(WHEN, WHO), true);
    builder.aggregate(builder.groupKey(WHEN), sketch());
    RexNode sketch = builder.field(SKETCH);
    return told(
        builder.call(SemanticOperators.MICROS, builder.field(WHEN)),
        starts ? sketch : rows.noText(),
        starts ? rows.noText() : sketch);
  }

  /** A sketch of those in the builder's rows, who started before all intervals. */
  RelNode before(BehaviourRows.Source source) {
    builder.project(List.of(rows.who(source)), List.of(WHO), true);
    builder.aggregate(builder.groupKey(), sketch());
    return told(builder.literal(BehaviourRows.LONG_AGO), builder.field(SKETCH), rows.noText());
  }

  private RelBuilder.AggCall sketch() {
    return builder.aggregateCall(SemanticOperators.SKETCH, builder.field(WHO)).as(SKETCH);
  }

  private RelNode told(RexNode when, RexNode started, RexNode cameBack) {
    builder.project(List.of(when, started, cameBack), List.of(WHEN, STARTED, CAME_BACK), true);
    return builder.build();
  }

  void read(RowView row) {
    long when = row.number(0);
    int interval = when == BehaviourRows.LONG_AGO ? -1 : intervals.numberOf(when);
    Sketched sketched = new Sketched(interval, sketch(row.text(1)), sketch(row.text(2)));
    limit = Math.min(limit, Math.min(sketched.started.limit(), sketched.cameBack.limit()));
    sketches.add(sketched);
  }

  private static ThetaSketch sketch(@Nullable String base64) {
    return base64 == null ? ThetaSketch.NONE : ThetaSketch.read(base64);
  }

  /** What one of the sample did. */
  private static final class Person {
    private final BitSet started = new BitSet();
    private final BitSet cameBack = new BitSet();
    private boolean before;
  }

  /**
   * Has the fold count the sample.
   *
   * @param comesBackByStarting whether the sketches of those who came back are of starts, too
   */
  void countBy(RetentionFold fold, boolean comesBackByStarting) {
    Map<Long, Person> people = new HashMap<>();
    for (Sketched sketched : sketches) {
      sampled(sketched.started, people)
          .forEach(
              person -> {
                if (sketched.interval < 0) {
                  person.before = true;
                } else {
                  person.started.set(sketched.interval);
                }
              });
      if (sketched.interval >= 0) {
        sampled(sketched.cameBack, people)
            .forEach(person -> person.cameBack.set(sketched.interval));
      }
    }
    sketches.clear();
    for (Person person : people.values()) {
      BitSet started = comesBackByStarting ? person.cameBack : person.started;
      fold.accept(1, person.before, started, person.cameBack);
    }
  }

  private Stream<Person> sampled(ThetaSketch sketch, Map<Long, Person> people) {
    return sketch
        .hashes()
        .filter(hash -> hash < limit)
        .mapToObj(hash -> people.computeIfAbsent(hash, h -> new Person()));
  }

  /** Which share of all people the sample is. */
  double share() {
    return ThetaSketch.share(limit);
  }
}
