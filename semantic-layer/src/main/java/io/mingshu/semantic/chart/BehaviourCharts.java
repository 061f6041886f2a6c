package io.mingshu.semantic.chart;

import static io.mingshu.semantic.chart.Specs.none;
import static io.mingshu.semantic.chart.Specs.spec;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.StickinessQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Charts of analyses of behaviour, by what they ask and the columns of their result. */
final class BehaviourCharts {
  private static final int MAX_LINES = 7;
  private static final int MAX_SIDE = 62;
  private static final int MAX_GROUPED = 12;
  private static final int MAX_DRAWINGS = 6;
  private static final String PAGE_COLUMN = "page_";

  private final QueryResult result;
  private final Optional<Column> group;

  BehaviourCharts(QueryResult result) {
    this.result = result;
    this.group = result.columns().stream().filter(c -> c.dimension().isPresent()).findFirst();
  }

  ChartSpec choose(BehaviourQuery query) {
    if (result.rows().isEmpty()) {
      return Specs.empty();
    }
    if (result.notes().stream().anyMatch(note -> note.code() == Note.Code.ROWS_CUT)) {
      return table("行没有列全，画出来会误导", "Rows are missing: a chart would mislead");
    }
    if (query instanceof PathQuery path) {
      return ways(path);
    }
    if (isOneFigureEach(query)) {
      return result.rows().size() == 1
          ? figures()
          : isCurveBesideItsBase(query) ? curveAndBase() : compared(query);
    }
    if (query instanceof FunnelQuery funnel
        && !(funnel.shown() instanceof FunnelQuery.View.Trend)) {
      return funnel.shown() instanceof FunnelQuery.View.Steps ? funnel(funnel) : timesTaken(funnel);
    }
    if (query instanceof StickinessQuery) {
      return query.groupBy().isPresent()
          ? trend(column("active_periods"), column("users"), group)
          : histogram(column("active_periods"));
    }
    return result.rows().size() == 1 ? figures() : overTime(query);
  }

  /** A conversion, a loss, or a figure of all cohorts together: one for each group at most. */
  private static boolean isOneFigureEach(BehaviourQuery query) {
    return query instanceof FunnelQuery funnel
        ? funnel.shown() instanceof FunnelQuery.View.Conversion
            || funnel.shown() instanceof FunnelQuery.View.Losses
        : query instanceof RetentionQuery retention
            ? retention.pooled()
            : query instanceof ConversionQuery conversion
                && conversion.grain().isEmpty()
                && conversion.groupBy().isPresent();
  }

  /** How many came back as time went by, and how many of those who joined in the base period. */
  private boolean isCurveBesideItsBase(BehaviourQuery query) {
    return query instanceof RetentionQuery retention
        && retention.comparison().isPresent()
        && retention.groupBy().isEmpty();
  }

  private ChartSpec curveAndBase() {
    return spec(
            ChartSpec.Type.RETENTION_CURVES,
            optional("period_number"),
            withBase("rate", "retained_users", "cohort_users"),
            none(),
            "本期和对比期两条留存曲线",
            "Two retention curves: now and the period compared with",
            ChartSpec.Type.TABLE)
        .withXEnd(optional("period_last").map(Column::name));
  }

  private ChartSpec compared(BehaviourQuery query) {
    Column rate =
        Stream.of("rate", "conversion", "loss")
            .flatMap(name -> optional(name).stream())
            .findFirst()
            .orElseThrow();
    boolean steps =
        query instanceof FunnelQuery funnel
            && funnel.shown() instanceof FunnelQuery.View.Losses
            && funnel.breakdown().isEmpty();
    Optional<Column> along =
        steps ? optional("event") : group.isPresent() ? group : optional("period_number");
    if (along.isEmpty() || distinct(along.get()) != result.rows().size()) {
      return table("每组有多行，用表格最清楚", "Several rows for each group: a table is clearest");
    }
    List<Column> pair = withBase(rate.name());
    if (pair.size() > 1) {
      return spec(
          result.rows().size() <= MAX_GROUPED ? ChartSpec.Type.GROUPED_COLUMN : ChartSpec.Type.BAR,
          along,
          pair,
          none(),
          "每组的本期和对比期并排",
          "Each group now beside the period compared with",
          ChartSpec.Type.TABLE);
    }
    return spec(
        ChartSpec.Type.BAR,
        along,
        pair,
        none(),
        "各组的比率放在一起比较",
        "The rates of the groups side by side",
        ChartSpec.Type.TABLE);
  }

  private ChartSpec overTime(BehaviourQuery query) {
    if (query instanceof RetentionQuery retention) {
      return retention(retention);
    }
    if (query instanceof FunnelQuery funnel) {
      return trend(time(), column("conversion"), grouping(funnel));
    }
    return query instanceof LifecycleQuery lifecycle
        ? lifecycle(lifecycle)
        : trend(time(), column("rate"), query.groupBy().flatMap(name -> group));
  }

  private ChartSpec retention(RetentionQuery query) {
    Column cohort = column("cohort");
    Column number = column("period_number");
    Optional<Column> end = optional("period_last");
    Optional<Column> by = query.groupBy().flatMap(name -> group);
    if (distinct(number) == 1 && end.map(this::distinct).orElse(1) == 1) {
      return trend(cohort, column("rate"), by);
    }
    ChartSpec chosen =
        by.isPresent() ? curvesOfGroups(number, by.get()) : ofCohorts(number, cohort);
    return chosen.withXEnd(end.map(Column::name));
  }

  private ChartSpec ofCohorts(Column number, Column cohort) {
    int cohorts = distinct(cohort);
    if (cohorts > 1 && cohorts <= MAX_SIDE) {
      return spec(
          ChartSpec.Type.COHORT_HEATMAP,
          Optional.of(number),
          rates(),
          Optional.of(cohort),
          "每行是同期开始的一批人，颜色越重，回来的越多",
          "A row for those who began together: the stronger the colour, the more came back",
          ChartSpec.Type.RETENTION_CURVES,
          ChartSpec.Type.TABLE);
    }
    List<ChartSpec.Type> others = new ArrayList<>();
    if (cohorts == 1) {
      others.add(ChartSpec.Type.COHORT_HEATMAP);
    }
    others.add(ChartSpec.Type.TABLE);
    return spec(
        ChartSpec.Type.RETENTION_CURVES,
        Optional.of(number),
        rates(),
        Optional.of(cohort),
        "过了多久还有多少人回来",
        "How many still come back as time goes by",
        others.toArray(ChartSpec.Type[]::new));
  }

  private ChartSpec curvesOfGroups(Column number, Column by) {
    return spec(
        ChartSpec.Type.RETENTION_CURVES,
        Optional.of(number),
        rates(),
        Optional.of(by),
        "每组一条留存曲线，各期开始的人合在一起算",
        "A retention curve for each group, its cohorts taken together",
        ChartSpec.Type.COHORT_HEATMAP,
        ChartSpec.Type.TABLE);
  }

  private List<Column> rates() {
    boolean lost = result.columns().stream().anyMatch(column -> column.name().equals("loss"));
    return lost
        ? columns("loss", "lost_users", "cohort_users")
        : columns("rate", "retained_users", "cohort_users");
  }

  private ChartSpec funnel(FunnelQuery query) {
    Optional<Column> by = grouping(query);
    // Where steps come in any order, the second is whichever came second: it has no name.
    boolean named = query.order() != FunnelQuery.Order.ANY;
    return spec(
        ChartSpec.Type.FUNNEL,
        Optional.of(column(named ? "event" : "step")),
        withBase("users", "conversion_from_first", "conversion_from_previous"),
        by,
        by.isPresent() ? "各组并排，看每一步留下多少" : "一步一步留下多少人，哪一步流失最多",
        by.isPresent()
            ? "Groups side by side: how many stay at each step"
            : "How many stay step by step, and where most are lost",
        ChartSpec.Type.TABLE);
  }

  private ChartSpec ways(PathQuery query) {
    Optional<Column> by = query.groupBy().flatMap(name -> group);
    if (by.isPresent() && distinct(by.get()) > MAX_DRAWINGS) {
      return tooManyDrawings();
    }
    List<String> levels =
        result.columns().stream()
            .map(Column::name)
            .filter(name -> name.startsWith(PAGE_COLUMN))
            .toList();
    boolean beginnings = query.view() == PathQuery.View.NODES;
    return spec(
            ChartSpec.Type.SANKEY,
            beginnings ? optional("depth") : none(),
            columns("sessions", beginnings ? "dropped" : "share"),
            by,
            by.isPresent() ? "每组一张图：页面之间的去向，越宽走的人越多" : "页面之间的去向，越宽走的人越多",
            by.isPresent()
                ? "A drawing for each group: where sessions go from page to page"
                : "Where sessions go from page to page: the wider, the more",
            ChartSpec.Type.TABLE)
        .withFlow(new ChartSpec.Flow(levels, query.direction()));
  }

  private ChartSpec lifecycle(LifecycleQuery query) {
    List<Column> stages =
        columns("new_users", "retained_users", "resurrected_users", "dormant_users");
    Optional<Column> by = query.groupBy().flatMap(name -> group);
    if (by.isEmpty()) {
      return spec(
          ChartSpec.Type.LIFECYCLE,
          Optional.of(time()),
          stages,
          none(),
          "来的人在零线上面，走的人在下面",
          "Those who come stand above zero, those who went below",
          ChartSpec.Type.LINE,
          ChartSpec.Type.TABLE);
    }
    boolean once = distinct(time()) == 1;
    if (distinct(by.get()) > (once ? MAX_SIDE : MAX_DRAWINGS)) {
      return tooManyDrawings();
    }
    return spec(
        ChartSpec.Type.LIFECYCLE,
        once ? by : Optional.of(time()),
        stages,
        once ? none() : by,
        once ? "各组并排：来的人在零线上面，走的人在下面" : "每组一张图：来的人在零线上面，走的人在下面",
        once
            ? "Groups side by side: those who come above zero, those who went below"
            : "A drawing for each group: those who come above zero, those who went below",
        ChartSpec.Type.TABLE);
  }

  private static ChartSpec tooManyDrawings() {
    return table("组数太多，每组一张图看不过来", "Too many groups for a drawing each");
  }

  private ChartSpec trend(Column along, Column rate, Optional<Column> by) {
    int groups = by.map(this::distinct).orElse(1);
    List<Column> pair = by.isPresent() ? List.of(rate) : withBase(rate.name());
    if (pair.size() > 1) {
      return spec(
          ChartSpec.Type.LINE,
          Optional.of(along),
          pair,
          none(),
          "本期和对比期两条线",
          "Two lines: now and the period compared with",
          ChartSpec.Type.GROUPED_COLUMN,
          ChartSpec.Type.TABLE);
    }
    if (groups > MAX_SIDE || (groups > MAX_LINES && distinct(along) > MAX_SIDE)) {
      return table("组数太多，画不清楚", "Too many groups to draw");
    }
    if (groups > MAX_LINES) {
      return spec(
          ChartSpec.Type.HEATMAP,
          Optional.of(along),
          List.of(rate),
          by,
          "组数较多，线会重叠，用颜色深浅表示",
          "Too many groups for lines: shades instead",
          ChartSpec.Type.TABLE);
    }
    return spec(
        ChartSpec.Type.LINE,
        Optional.of(along),
        List.of(rate),
        by,
        by.isPresent() ? "每组一条线，看各自的变化" : "随时间的变化",
        by.isPresent() ? "One line for each group" : "A change over time",
        ChartSpec.Type.TABLE);
  }

  private ChartSpec histogram(Column along) {
    List<Column> pair = withBase("users");
    if (pair.size() > 1) {
      return spec(
          ChartSpec.Type.GROUPED_COLUMN,
          Optional.of(along),
          pair,
          none(),
          "各档的本期和对比期并排",
          "Each class now beside the period compared with",
          ChartSpec.Type.TABLE);
    }
    return spec(
        ChartSpec.Type.COLUMN,
        Optional.of(along),
        pair,
        none(),
        "各档有多少人",
        "How many people in each class",
        ChartSpec.Type.TABLE);
  }

  private ChartSpec timesTaken(FunnelQuery query) {
    if (grouping(query).isPresent()) {
      return table(
          "各组的分档不同，不能放在一张图里", "Each group has classes of its own: one chart cannot hold them");
    }
    return result.rows().size() > MAX_SIDE
        ? table("档数太多，用表格最清楚", "With so many classes a table is clearest")
        : histogram(column("from_seconds"));
  }

  private ChartSpec figures() {
    List<Column> shown =
        result.columns().stream()
            .filter(c -> c.unit().isPresent() && c.dimension().isEmpty())
            .toList();
    return spec(
        shown.size() == 1 ? ChartSpec.Type.NUMBER : ChartSpec.Type.NUMBERS,
        none(),
        shown,
        none(),
        "只有一行",
        "There is one row",
        ChartSpec.Type.TABLE);
  }

  private static ChartSpec table(String zh, String en) {
    return spec(ChartSpec.Type.TABLE, none(), List.of(), none(), zh, en);
  }

  private Optional<Column> grouping(FunnelQuery query) {
    return query.breakdown().flatMap(any -> group);
  }

  private Column time() {
    return result.columns().stream().filter(c -> c.grain().isPresent()).findFirst().orElseThrow();
  }

  private Column column(String name) {
    return optional(name).orElseThrow();
  }

  private Optional<Column> optional(String name) {
    return result.columns().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  private List<Column> columns(String... names) {
    return Stream.of(names).map(this::column).toList();
  }

  /** Of an answer that compares, they are followed by what they were, in the same order. */
  private List<Column> withBase(String... names) {
    List<Column> all = new ArrayList<>(columns(names));
    for (String name : names) {
      result.columns().stream()
          .filter(c -> c.measure().filter(Measure.PREVIOUS::equals).isPresent())
          .filter(c -> c.name().equals(name + "_previous"))
          .forEach(all::add);
    }
    return all;
  }

  private int distinct(Column column) {
    int place = result.columns().indexOf(column);
    return (int) result.rows().stream().map(row -> row.get(place)).distinct().count();
  }
}
