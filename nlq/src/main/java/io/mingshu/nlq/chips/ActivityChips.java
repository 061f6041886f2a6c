package io.mingshu.nlq.chips;

import io.mingshu.nlq.wording.PartWording;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.PathQuery.Direction;
import io.mingshu.semantic.query.PathQuery.View;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.query.StickinessQuery;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is particular to paths, lifecycles, stickiness and conversions. Immutable. */
final class ActivityChips {
  private static final List<Grain> UNITS = List.of(Grain.DAY, Grain.WEEK, Grain.MONTH);
  private static final Text LIFECYCLE = new Text("用户生命周期（新、留存、回流、沉默）", "user lifecycle");
  private static final Text STICKINESS = new Text("活跃次数的分布", "how often users are active");

  private final BehaviourNames names;
  private final PartWording wording;

  ActivityChips(BehaviourNames names, PartWording wording) {
    this.names = names;
    this.wording = wording;
  }

  List<Sketch> of(PathQuery q) {
    return List.of(
        Sketch.of(
            "page",
            Part.PAGE,
            page(q.direction(), q.page()),
            Stream.concat(
                Stream.of(turned(q)),
                names
                    .pages()
                    .filter(page -> !page.equals(q.page()))
                    .map(
                        page ->
                            new Alternative(
                                page(q.direction(), page), q.withPage(q.direction(), page))))),
        Sketch.of(
            "kind",
            Part.KIND,
            view(q.view()),
            Stream.of(View.values())
                .filter(view -> view != q.view())
                .map(view -> new Alternative(view(view), q.withView(view)))),
        Sketch.of(
            "size",
            Part.SIZE,
            new Text("前" + q.count() + "条", "the top " + q.count()),
            q.view() == View.NODES
                ? Stream.empty()
                : Stream.of(5, 10, 20, 50)
                    .filter(count -> count != q.count())
                    .map(
                        count ->
                            new Alternative(
                                new Text("前" + count + "条", "the top " + count),
                                q.withCount(count)))));
  }

  private Alternative turned(PathQuery q) {
    Direction other = q.direction() == Direction.FROM ? Direction.TO : Direction.FROM;
    return new Alternative(page(other, q.page()), q.withPage(other, q.page()));
  }

  private Text page(Direction direction, String code) {
    Text page =
        names.pageDimension().map(name -> wording.value(name, code)).orElse(Text.same(code));
    return direction == Direction.FROM
        ? new Text("从" + page.zh() + "出发的路径", "paths from " + page.en())
        : new Text("到" + page.zh() + "的路径", "paths to " + page.en());
  }

  private static Text view(View view) {
    return view == View.PATHS
        ? new Text("最常走的路径", "most frequent paths")
        : new Text("逐页分流", "page by page");
  }

  List<Sketch> of(LifecycleQuery q) {
    return List.of(
        Sketch.of("kind", Part.KIND, LIFECYCLE, Stream.empty()),
        grain(q.grain(), q::withGrain),
        activity(q.activity(), q::withActivity));
  }

  List<Sketch> of(StickinessQuery q) {
    return List.of(
        Sketch.of("kind", Part.KIND, STICKINESS, Stream.empty()),
        grain(q.unit(), q::withUnit),
        activity(q.activity(), q::withActivity));
  }

  /** What counts as being active. */
  private Sketch activity(Optional<Filter> now, Function<Optional<Filter>, SemanticQuery> as) {
    return Sketch.of(
        "event",
        Part.EVENT,
        wording.event(now),
        names
            .events()
            .filter(event -> !event.equals(now))
            .map(event -> new Alternative(wording.event(event), as.apply(event))));
  }

  List<Sketch> of(ConversionQuery q) {
    List<Sketch> chips = new ArrayList<>();
    chips.add(
        event("event:base", "从", "from ", q.base(), base -> q.withEvents(base, q.conversion())));
    chips.add(
        event("event:conversion", "到", "to ", q.conversion(), to -> q.withEvents(q.base(), to)));
    chips.add(
        new Sketch(
            "window",
            Part.WINDOW,
            window(q.windowDays()),
            Stream.of(1, 3, 7, 14, 30)
                .map(Optional::of)
                .filter(days -> !days.equals(q.windowDays()))
                .map(days -> new Alternative(window(days), q.withWindowDays(days))),
            q.windowDays().isEmpty()
                ? Optional.empty()
                : Optional.of(q.withWindowDays(Optional.empty()))));
    q.grain()
        .ifPresent(
            grain ->
                chips.add(
                    Sketch.of(
                        "grain",
                        Part.GRAIN,
                        wording.grain(grain),
                        grains(q),
                        q.withGrain(Optional.empty()))));
    return chips;
  }

  /** Over which intervals conversions could be seen. */
  Stream<Alternative> grains(ConversionQuery q) {
    return UNITS.stream()
        .filter(unit -> !q.grain().equals(Optional.of(unit)))
        .map(unit -> new Alternative(wording.grain(unit), q.withGrain(Optional.of(unit))));
  }

  private Sketch event(
      String id, String zh, String en, Filter event, Function<Filter, ConversionQuery> with) {
    return Sketch.of(
        id,
        Part.EVENT,
        prefixed(zh, en, event),
        names
            .events()
            .flatMap(Optional::stream)
            .filter(other -> !other.equals(event))
            .map(other -> new Alternative(prefixed(zh, en, other), with.apply(other))));
  }

  private Text prefixed(String zh, String en, Filter event) {
    Text words = wording.event(Optional.of(event));
    return new Text(zh + words.zh(), en + words.en());
  }

  private static Text window(Optional<Integer> days) {
    return days.map(n -> new Text(n + "天内", "within " + n + (n == 1 ? " day" : " days")))
        .orElse(new Text("不限时间", "at any later time"));
  }

  private Sketch grain(Grain present, Function<Grain, SemanticQuery> with) {
    return Sketch.of(
        "grain",
        Part.GRAIN,
        wording.grain(present),
        UNITS.stream()
            .filter(unit -> unit != present)
            .map(unit -> new Alternative(wording.grain(unit), with.apply(unit))));
  }
}
