package io.mingshu.nlq.chips;

import io.mingshu.nlq.wording.PartWording;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import io.mingshu.semantic.query.RetentionQuery.Return;
import io.mingshu.semantic.query.ReturnStretch;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is particular to retention: whose, of what, when. Immutable. */
final class RetentionChips {
  private static final Text STAY = new Text("留存", "retention");
  private static final Text LOST = new Text("流失（没回来的人）", "those who do not come back");
  private static final Text POOLED = new Text("各组合并计算", "all cohorts together");
  private static final Text EACH = new Text("每一期", "each interval");
  private static final List<Grain> UNITS = List.of(Grain.DAY, Grain.WEEK, Grain.MONTH);

  private static final List<ReturnStretch> STRETCHES =
      List.of(
          new ReturnStretch.After(7, Grain.DAY),
          new ReturnStretch.After(30, Grain.DAY),
          new ReturnStretch.After(90, Grain.DAY),
          new ReturnStretch.During(new Period.Last(7, Grain.DAY, false)),
          new ReturnStretch.During(new Period.Last(30, Grain.DAY, false)));

  private final BehaviourNames names;
  private final PartWording wording;

  RetentionChips(BehaviourNames names, PartWording wording) {
    this.names = names;
    this.wording = wording;
  }

  List<Sketch> of(RetentionQuery query) {
    List<Sketch> chips = new ArrayList<>();
    chips.add(
        Sketch.of(
            "kind",
            Part.KIND,
            query.lost() ? LOST : STAY,
            Stream.of(
                new Alternative(
                    query.lost() ? STAY : LOST, query.change().lost(!query.lost()).query()))));
    chips.add(
        Sketch.of("cohort", Part.COHORT, cohort(query.cohorts(), query.start()), cohorts(query)));
    chips.add(
        Sketch.of(
            "event",
            Part.EVENT,
            returning(query.comeBack()),
            names
                .events()
                .filter(event -> !event.equals(query.comeBack()))
                .map(
                    event ->
                        new Alternative(
                            returning(event), query.change().comeBack(event).query()))));
    query
        .within()
        .ifPresentOrElse(
            stretch -> chips.add(stretch(query, stretch)), () -> chips.addAll(intervals(query)));
    if (query.pooled() && query.within().isEmpty()) {
      chips.add(
          Sketch.of(
              "kind:pooled",
              Part.KIND,
              POOLED,
              Stream.empty(),
              query.change().pooled(false).query()));
    }
    return chips;
  }

  private List<Sketch> intervals(RetentionQuery query) {
    Sketch unit =
        Sketch.of(
            "grain",
            Part.GRAIN,
            wording.grain(query.unit()),
            UNITS.stream()
                .filter(other -> other != query.unit())
                .map(
                    other ->
                        new Alternative(wording.grain(other), query.change().unit(other).query())));
    Sketch returns =
        new Sketch(
            "returns",
            Part.RETURNS,
            returns(query.returns(), query.unit()),
            wanted(query.unit())
                .filter(wanted -> !wanted.equals(query.returns()))
                .map(
                    wanted ->
                        new Alternative(
                            returns(wanted, query.unit()), query.change().returns(wanted).query())),
            query.returns().isEmpty()
                ? Optional.empty()
                : Optional.of(query.change().returns(List.of()).query()));
    return List.of(unit, returns);
  }

  private Sketch stretch(RetentionQuery query, ReturnStretch stretch) {
    return Sketch.of(
        "returns",
        Part.RETURNS,
        wording.stretch(stretch),
        STRETCHES.stream()
            .filter(other -> !other.equals(stretch))
            .map(other -> new Alternative(wording.stretch(other), query.within(other))));
  }

  private Stream<Alternative> cohorts(RetentionQuery query) {
    Stream<Alternative> firsts =
        names
            .events()
            .filter(Optional::isPresent)
            .map(event -> cohorts(query, Cohorts.FIRST_EVER, event));
    Stream<Alternative> each =
        names.events().map(event -> cohorts(query, Cohorts.EACH_INTERVAL, event));
    return Stream.concat(
        Stream.of(cohorts(query, Cohorts.SIGNUP, Optional.empty())), Stream.concat(firsts, each));
  }

  private Alternative cohorts(RetentionQuery query, Cohorts cohorts, Optional<Filter> start) {
    return new Alternative(cohort(cohorts, start), query.change().cohorts(cohorts, start).query());
  }

  private Text cohort(Cohorts cohorts, Optional<Filter> start) {
    Text event = wording.event(start);
    return switch (cohorts) {
      case SIGNUP -> new Text("新注册的人", "those who signed up");
      case EACH_INTERVAL ->
          new Text("每期有“" + event.zh() + "”的人", "those with “" + event.en() + "”, each interval");
      case FIRST_IN_PERIOD ->
          new Text("期间内首次“" + event.zh() + "”的人", "first “" + event.en() + "” in the period");
      case FIRST_EVER -> new Text("首次“" + event.zh() + "”的人", "first “" + event.en() + "” ever");
      case FIRST_MATCHING ->
          new Text("首次符合条件的“" + event.zh() + "”的人", "first fitting “" + event.en() + "”");
    };
  }

  private Text returning(Optional<Filter> event) {
    Text what = wording.event(event);
    return new Text("之后有“" + what.zh() + "”", "coming back for “" + what.en() + "”");
  }

  private static Stream<List<Return>> wanted(Grain unit) {
    Stream<Integer> numbers =
        switch (unit) {
          case DAY -> Stream.of(1, 3, 7, 14, 30);
          case WEEK -> Stream.of(1, 2, 4, 8);
          default -> Stream.of(1, 2, 3, 6);
        };
    return Stream.concat(Stream.of(List.of()), numbers.map(number -> List.of(Return.in(number))));
  }

  private static Text returns(List<Return> returns, Grain unit) {
    if (returns.isEmpty()) {
      return EACH;
    }
    String zh = BehaviourNames.unit(unit).zh();
    String en = BehaviourNames.unit(unit).en();
    return new Text(
        String.join("、", returns.stream().map(one -> "第" + span(one, "+") + zh).toList()),
        en + " " + String.join(", ", returns.stream().map(one -> span(one, "+")).toList()));
  }

  private static String span(Return one, String open) {
    return one.last()
        .map(last -> last == one.first() ? "" + last : one.first() + "–" + last)
        .orElse(one.first() + open);
  }
}
