package io.mingshu.nlq.chips;

import io.mingshu.nlq.wording.FunnelTerms;
import io.mingshu.nlq.wording.PartWording;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Funnel;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.FunnelQuery.Order;
import io.mingshu.semantic.query.FunnelQuery.View;
import io.mingshu.semantic.query.FunnelQuery.Window;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is particular to funnels: their steps, how they follow, what is told. Immutable. */
final class FunnelChips {
  private static final Text SESSION = new Text("同一会话内", "in one session");
  private static final List<Window> WINDOWS =
      List.of(
          new Window(30, Window.Unit.MINUTE),
          new Window(1, Window.Unit.HOUR),
          new Window(1, Window.Unit.DAY),
          new Window(3, Window.Unit.DAY),
          Window.WEEK,
          new Window(14, Window.Unit.DAY),
          new Window(30, Window.Unit.DAY));
  private static final List<View> VIEWS =
      List.of(
          new View.Steps(false),
          new View.Conversion(),
          new View.Losses(Optional.empty()),
          new View.Losses(Optional.of(View.Losses.By.PEOPLE)),
          new View.Losses(Optional.of(View.Losses.By.RATE)),
          new View.Trend(Grain.DAY, Optional.empty()),
          new View.Trend(Grain.WEEK, Optional.empty()),
          new View.Trend(Grain.MONTH, Optional.empty()),
          new View.Steps(true));

  private final Catalog catalog;
  private final PartWording wording;

  FunnelChips(Catalog catalog, PartWording wording) {
    this.catalog = catalog;
    this.wording = wording;
  }

  List<Sketch> of(FunnelQuery query) {
    List<Sketch> chips = new ArrayList<>();
    chips.add(
        Sketch.of(
            "steps",
            Part.STEPS,
            steps(query),
            catalog.funnels().stream()
                .filter(f -> !query.funnel().equals(Optional.of(f.name())))
                .map(
                    funnel ->
                        new Alternative(
                            funnel.label(), query.change().funnel(funnel.name()).query()))));
    window(query).ifPresent(chips::add);
    if (query.sameSession()) {
      chips.add(
          Sketch.of(
              "session",
              Part.WINDOW,
              SESSION,
              Stream.empty(),
              query.change().sameSession(false).query()));
    }
    chips.add(
        Sketch.of(
            "order",
            Part.ORDER,
            FunnelTerms.order(query.order()),
            Stream.of(Order.values())
                .filter(order -> order != query.order())
                .map(
                    order ->
                        new Alternative(
                            FunnelTerms.order(order), query.change().order(order).query()))));
    chips.add(
        Sketch.of(
            "kind",
            Part.KIND,
            view(query.shown()),
            VIEWS.stream()
                .filter(view -> !view.equals(query.shown()))
                .map(view -> new Alternative(view(view), query.withView(view)))));
    return chips;
  }

  private Text steps(FunnelQuery query) {
    if (query.steps().isEmpty()) {
      return query
          .funnel()
          .flatMap(catalog::funnel)
          .map(Funnel::label)
          .orElse(new Text("漏斗", "funnel"));
    }
    List<Text> steps =
        query.steps().stream().map(step -> wording.event(Optional.of(step.event()))).toList();
    return new Text(
        String.join(" → ", steps.stream().map(Text::zh).toList()),
        String.join(" → ", steps.stream().map(Text::en).toList()));
  }

  private Optional<Sketch> window(FunnelQuery query) {
    return catalog
        .windowOf(query)
        .map(
            window ->
                Sketch.of(
                    "window",
                    Part.WINDOW,
                    FunnelTerms.window(window),
                    Stream.concat(
                        WINDOWS.stream()
                            .filter(other -> !other.equals(window))
                            .map(other -> within(query, other)),
                        query.sameSession() ? Stream.empty() : Stream.of(inOneSession(query)))));
  }

  private static Alternative within(FunnelQuery query, Window window) {
    return new Alternative(
        FunnelTerms.window(window), query.change().window(Optional.of(window)).query());
  }

  private static Alternative inOneSession(FunnelQuery query) {
    return new Alternative(
        SESSION, query.change().window(Optional.empty()).sameSession(true).query());
  }

  private static Text view(View view) {
    if (view instanceof View.Conversion) {
      return new Text("首尾转化", "first to last step");
    }
    if (view instanceof View.Losses losses) {
      return losses
          .largest()
          .map(
              by ->
                  by == View.Losses.By.RATE
                      ? new Text("流失率最高的一步", "highest loss rate")
                      : new Text("流失人数最多的一步", "most lost"))
          .orElse(new Text("每步流失", "losses"));
    }
    if (view instanceof View.Trend trend) {
      Text unit = BehaviourNames.unit(trend.grain());
      return new Text("转化趋势（按" + unit.zh() + "）", "trend by " + unit.en());
    }
    if (view instanceof View.TimeToConvert times) {
      return new Text(
          "第" + times.from() + "到第" + times.to() + "步的用时",
          "time from step " + times.from() + " to " + times.to());
    }
    return ((View.Steps) view).times()
        ? new Text("每步的用时", "steps with times")
        : new Text("每一步", "each step");
  }
}
