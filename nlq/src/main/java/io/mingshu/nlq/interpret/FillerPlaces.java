package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.grammar.Parts.ConditionPart;
import io.mingshu.nlq.grammar.Parts.FilterPart;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.grammar.Parts.RankPart;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.time.TimeParts.GrainPart;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.Metric.Unit;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.text.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words that say nothing, except in some places: there they stop the answer. */
final class FillerPlaces {
  /** Before a period they begin or end another one. */
  private static final Set<String> BOUNDING =
      Set.of("to", "up to", "through", "as of", "从", "由", "到", "来", "截至", "截止", "截止到", "截至到");

  private static final Set<String> AS_OF = Set.of("as of", "截至", "截止", "截止到", "截至到");

  /** After the figure they ask for a share of it. */
  private static final Set<String> CONTRIBUTING = Set.of("贡献", "带来", "产生", "实现");

  /** What is done to things: it goes with a metric or a dimension whose name says the same. */
  private static final Set<String> VERBS = Set.of("acquired", "acquire");

  /** What each of some people do; elsewhere it chooses people. */
  private static final Set<String> PURCHASE =
      Set.of("buy", "buys", "bought", "purchase", "purchased", "买了", "下了", "买");

  private static final Set<Unit> THINGS = Set.of(Unit.COUNT, Unit.PEOPLE, Unit.NUMBER);

  /** How much of what: a figure must be of that kind. */
  private static final Map<String, Set<Unit>> QUANTITIES =
      Map.ofEntries(
          Map.entry("多少人", Set.of(Unit.PEOPLE)),
          Map.entry("有多少人", Set.of(Unit.PEOPLE)),
          Map.entry("多少钱", Set.of(Unit.CURRENCY)),
          Map.entry("多少笔", Set.of(Unit.COUNT)),
          Map.entry("有多少笔", Set.of(Unit.COUNT)),
          Map.entry("几笔", Set.of(Unit.COUNT)),
          Map.entry("有几笔", Set.of(Unit.COUNT)),
          Map.entry("多少次", Set.of(Unit.COUNT)),
          Map.entry("有多少次", Set.of(Unit.COUNT)),
          Map.entry("多少个", THINGS),
          Map.entry("有多少个", THINGS),
          Map.entry("有几个", THINGS),
          Map.entry("几个人", Set.of(Unit.PEOPLE)),
          Map.entry("有几个人", Set.of(Unit.PEOPLE)),
          Map.entry("几位", Set.of(Unit.PEOPLE)),
          Map.entry("有几位", Set.of(Unit.PEOPLE)),
          Map.entry("去重", THINGS),
          Map.entry("去重的", THINGS),
          Map.entry("去重后", THINGS),
          Map.entry("人次", Set.of(Unit.COUNT, Unit.PEOPLE)),
          Map.entry("百分之多少", Set.of(Unit.PERCENT)),
          Map.entry("几个点", Set.of(Unit.PERCENT)),
          Map.entry("多少个点", Set.of(Unit.PERCENT)),
          Map.entry("value of", Set.of(Unit.CURRENCY, Unit.PERCENT, Unit.NUMBER)),
          Map.entry("number of", THINGS),
          Map.entry("the number of", THINGS),
          Map.entry("total number of", THINGS));

  /** How much goes with counts only where they follow at once: "how much orders". */
  private static final Set<String> HOW_MUCH = Set.of("how much", "much");

  private static final Set<String> MANY = Set.of("多少", "有多少", "多少个", "有多少个", "how many", "many");

  private static final Set<String> AMOUNTS =
      Set.of("amount", "amount of", "amounts", "total amount of");

  /** Who is spoken to; inside a question it would be about them. */
  private static final Set<String> ADDRESSED =
      Set.of("老板", "同学", "大佬", "老铁", "亲", "亲爱的", "助手", "小助手");

  private static final Set<String> POINTING = Set.of("这", "那", "这个", "那个", "this", "that");

  /** Said to what was answered before. */
  private static final Set<String> NODS =
      Set.copyOf(
          WordList.words(
              "好|好的|好嘞|好滴|行|行吧|行了|可以了|不错|对的|对了|是的|没问题|明白|明白了|收到|知道了"
                  + "|懂了|了解了|good|right|忘了|忘记了|收到|返回|咨询|记得|我记得|印象中|有个问题|问个事|morning|great|nice|cool|perfect|fine|awesome|got it"));

  private static final Pattern SEPARATED = Pattern.compile("[,.!;:~，。！；]");

  /** 在美妆上, 女装这块: behind what narrows. */
  private static final Set<String> ON_TOP =
      Set.of(
          "上",
          "这块",
          "这一块",
          "那块",
          "那几天",
          "那些天",
          "那几日",
          "这两个",
          "这俩",
          "这三个",
          "这四个",
          "这两档",
          "这两类",
          "这两种",
          "这两家",
          "这两款",
          "nowhere else",
          "no one else",
          "nobody else");

  private static final Set<String> NOT_YET = Set.of("to", "to be", "not");

  /** Before a figure they say which: 最终销售额, 单独下单的人数. */
  private static final Set<String> QUALIFYING =
      Set.of("又", "先", "最终", "实际", "真实", "真的", "单独", "快速", "赶紧", "首先", "顺手");

  /** Of the answer's form, where nothing follows. */
  private static final Set<String> LAST = Set.of("的数", "one line", "one row", "in one line");

  /** The people who do what is measured; elsewhere they choose. */
  private static final Set<String> WHO =
      Set.of("顾客", "客人", "消费者", "people", "customers'", "buyers'", "users'", "shoppers'");

  private static final Pattern FIGURES = Pattern.compile("[两三四五]个(?:数|指标|数据|数字|一起|都要|都看)");

  private static final Set<String> SINCE = Set.of("by", "from", "自", "自从", "since");

  private static final Pattern CLOCK =
      Pattern.compile("(?i)\\d\\s?(?:am|pm|点|时)|:00|[一二三四五六七八九十]点");

  private static final Set<String> COUNTED_PEOPLE = Set.of("有几个", "几个人", "有几个人", "几位", "有几位");

  private static final Set<String> ONLY_BEHIND = Set.of("only", "alone", "only please");

  private static final Set<String> WANTING = Set.of("需要", "可以", "想要", "要看", "要");

  private static final Set<String> TOTAL_ONLY =
      Set.copyOf(
          WordList.words(
              "[just/only] the [number/figure/total]|[one/a single] number|一个数|用一个数|只要一个数"));

  private static final Pattern BUYING = Pattern.compile("买家|购买|复购|老客|新客");

  private static final Pattern DONE =
      Pattern.compile("(?i)实际|[付花掏交消支退]|一共|总共|paid|pay|spent|spend|actually");

  private static final Pattern HOW_MANY = Pattern.compile("多少|几");

  private static final Pattern WEEKDAY = Pattern.compile("[周礼星].*");

  private static final int STEM = 4;

  private final Catalog catalog;
  private final CatalogShape shape;

  FillerPlaces(CatalogShape shape) {
    this.catalog = shape.catalog();
    this.shape = shape;
  }

  void apply(Bag bag, Draft draft) {
    List<Edge> parts = bag.all();
    for (int i = 0; i < parts.size(); i++) {
      Edge edge = parts.get(i);
      if (!(edge.meaning() instanceof FillerWord)) {
        continue;
      }
      String word = bag.typed(edge).toLowerCase(Locale.ROOT);
      boolean last = i + 1 == parts.size();
      if (isOutOfPlace(word, parts, i, bag, draft)) {
        draft.decline(Issue.Code.UNKNOWN_WORD, edge, Messages.unused(bag.typed(edge)));
      }
      if (word.endsWith("什么") && last && isOneBareMetric(draft)) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, edge, Messages.FIGURE_OR_MEANING);
      }
    }
  }

  private boolean isOutOfPlace(String word, List<Edge> parts, int i, Bag bag, Draft draft) {
    boolean last = i + 1 == parts.size();
    @Nullable Meaning next = last ? null : parts.get(i + 1).meaning();
    @Nullable Meaning before = i == 0 ? null : parts.get(i - 1).meaning();
    boolean compared = draft.comparison instanceof Comparison.With;
    return (BOUNDING.contains(word)
            && next instanceof PeriodPart
            && !compared
            && !(AS_OF.contains(word) && isOfTheLastDays(draft)))
        || ((word.equals("有") || word.equals("during")) && !last && isBare(parts.get(i + 1)))
        || (word.equals("期间") && i > 0 && isBare(parts.get(i - 1)))
        || (VERBS.contains(word) && !isSaidBy(draft, word.substring(0, STEM)))
        || (PURCHASE.contains(word)
            && !draft.ratioSaid
            && !isSaidWithBuyers(draft, next)
            && !isCounted(bag, parts, i)
            && !isSaidOfBuyers(word, before))
        || (LAST.contains(word) && !last)
        || (word.equals("still") && !last && NOT_YET.contains(lower(bag, parts.get(i + 1))))
        || (QUALIFYING.contains(word) && next instanceof MetricWord)
        || (CONTRIBUTING.contains(word) && last && before instanceof MetricWord)
        || (word.equals("the month of") && !isMonth(next))
        || (AMOUNTS.contains(word) && (before instanceof FilterPart || isRate(before)))
        || (ADDRESSED.contains(word) && i > 0 && !last)
        || (POINTING.contains(word) && next instanceof FilterPart && isDay(bag, parts.get(i + 1)))
        || (HOW_MUCH.contains(word) && counts(draft) && !(next instanceof MetricWord))
        || (word.equals("of")
            && next instanceof PeriodPart
            && i > 0
            && bag.typed(parts.get(i - 1)).equalsIgnoreCase("as"))
        || (MANY.contains(word) && !last && isBare(parts.get(i + 1)) && !draft.countGroups)
        || (word.equals("下过") && !(next instanceof ConditionPart))
        || (word.endsWith("时候") && i > 0 && POINTING.contains(bag.typed(parts.get(i - 1))))
        || (TOTAL_ONLY.contains(word) && !draft.dimensions.isEmpty())
        || (WANTING.contains(word) && next instanceof MetricWord && saysWhatFor(bag, parts, i))
        || (ON_TOP.contains(word) && !(before instanceof FilterPart))
        || (word.equals("but") && !opensAnew(bag, parts, i))
        || (word.equals("at") && next instanceof RankPart && isBound(bag, parts.get(i + 1)))
        || ((BOUNDING.contains(word) || SINCE.contains(word))
            && next instanceof FilterPart
            && CLOCK.matcher(bag.typed(parts.get(i + 1))).find())
        || (COUNTED_PEOPLE.contains(word) && !(before instanceof MetricWord))
        || (FIGURES.matcher(word).matches() && countOf(word) != draft.metrics.size())
        || (ONLY_BEHIND.contains(word) && !isOnlyBehind(bag, parts, i, draft))
        || (word.equals("both") && !(next instanceof MetricWord))
        || (word.equals("/") && !isOneOfSeveral(bag, parts, i))
        || (WHO.contains(word) && !isDoing(bag, parts, i))
        || (word.equals("都") && chooses(draft))
        || (NODS.contains(word) && !isApart(bag, parts, i))
        || isOfAnotherUnit(word, draft);
  }

  /** Churn as of yesterday: of the days that end then anyway. */
  private boolean isOfTheLastDays(Draft draft) {
    return !draft.metrics.isEmpty() && draft.metrics.stream().allMatch(shape::isOfTheLastDays);
  }

  /** At the beginning, before other courtesy or a comma: elsewhere it judges (GMV不错的省份). */
  private static boolean isApart(Bag bag, List<Edge> parts, int i) {
    boolean opens = parts.subList(0, i).stream().allMatch(p -> p.meaning() instanceof FillerWord);
    if (!opens || i + 1 == parts.size()) {
      return opens;
    }
    Edge next = parts.get(i + 1);
    return next.meaning() instanceof FillerWord
        || SEPARATED.matcher(bag.between(parts.get(i), next)).find();
  }

  /** 买面膜的买家数: of those whom the figure counts. */
  private boolean isSaidWithBuyers(Draft draft, @Nullable Meaning next) {
    return next instanceof FilterPart
        && !draft.metrics.isEmpty()
        && draft.metrics.stream()
            .flatMap(name -> catalog.metric(name).stream())
            .allMatch(m -> m.unit() == Unit.PEOPLE && BUYING.matcher(m.label().zh()).find());
  }

  /** How many new customers bought: what they are counted by. */
  private boolean isSaidOfBuyers(String word, @Nullable Meaning before) {
    return before instanceof MetricWord metric
        && catalog
            .metric(metric.metric())
            .filter(m -> m.unit() == Unit.PEOPLE)
            .map(
                m -> m.definition() instanceof MetricDefinition.FirstTime f ? f.metric() : m.name())
            .flatMap(catalog::metric)
            .filter(m -> m.terms().all().anyMatch(t -> t.toLowerCase(Locale.ROOT).endsWith(word)))
            .isPresent();
  }

  /** 下了3单及以上, 买了多少件: what is bought is counted at once. */
  private static boolean isCounted(Bag bag, List<Edge> parts, int i) {
    if (i + 1 == parts.size()) {
      return false;
    }
    Edge next = parts.get(i + 1);
    boolean counting = next.meaning() instanceof ConditionPart part && part.counts().isPresent();
    boolean asking =
        next.meaning() instanceof MetricWord && HOW_MANY.matcher(bag.typed(next)).lookingAt();
    return counting || asking;
  }

  /** 需要付款的订单: what must still be done is not what was done. */
  private static boolean saysWhatFor(Bag bag, List<Edge> parts, int i) {
    String typed = bag.typed(parts.get(i + 1));
    return typed.contains("款") || typed.contains("付");
  }

  /** But only iOS, but by week: every channel but search is another thing. */
  private static boolean opensAnew(Bag bag, List<Edge> parts, int i) {
    if (i + 1 == parts.size()) {
      return false;
    }
    Edge next = parts.get(i + 1);
    return next.meaning() instanceof GrainPart
        || next.meaning() instanceof GroupPart
        || (next.meaning() instanceof FilterPart filter
            && (filter.negated() || lower(bag, next).startsWith("only")));
  }

  /** At least 5 categories are no five lowest ones. */
  private static boolean isBound(Bag bag, Edge rank) {
    return lower(bag, rank).startsWith("least") || lower(bag, rank).startsWith("most");
  }

  /** 三个数：GMV，单量，买家数. */
  private static int countOf(String word) {
    return 2 + "两三四五".indexOf(word.charAt(0));
  }

  /** Android orders only: behind the figure of what is chosen. */
  private static boolean isOnlyBehind(Bag bag, List<Edge> parts, int i, Draft draft) {
    boolean ends =
        i + 1 == parts.size()
            || SEPARATED.matcher(bag.between(parts.get(i), parts.get(i + 1))).find();
    return ends
        && !draft.filters.isEmpty()
        && i > 1
        && parts.get(i - 1).meaning() instanceof MetricWord
        && parts.get(i - 2).meaning() instanceof FilterPart;
  }

  /** GMV / orders / buyers: of two figures it may be the quotient. */
  private static boolean isOneOfSeveral(Bag bag, List<Edge> parts, int i) {
    boolean between =
        i > 0
            && i + 1 < parts.size()
            && parts.get(i - 1).meaning() instanceof MetricWord
            && parts.get(i + 1).meaning() instanceof MetricWord;
    return between && parts.stream().filter(p -> bag.typed(p).equals("/")).count() > 1;
  }

  /** 顾客付了多少钱, customers' first orders. */
  private static boolean isDoing(Bag bag, List<Edge> parts, int i) {
    if (i + 1 == parts.size()) {
      return false;
    }
    Edge next = parts.get(i + 1);
    if (next.meaning() instanceof CueWord cue && cue.cue() == Cue.SUM && i + 2 < parts.size()) {
      next = parts.get(i + 2);
    }
    return next.meaning() instanceof MetricWord
        ? DONE.matcher(bag.typed(next)).lookingAt()
        : next.meaning() instanceof FilterPart && lower(bag, parts.get(i)).endsWith("'");
  }

  private static String lower(Bag bag, Edge edge) {
    return bag.typed(edge).toLowerCase(Locale.ROOT);
  }

  private boolean isOfAnotherUnit(String word, Draft draft) {
    Set<Unit> units = QUANTITIES.get(word);
    if (units == null || draft.metrics.isEmpty() || draft.countGroups) {
      return false;
    }
    boolean ofChange = units.contains(Unit.PERCENT) && draft.comparison != null;
    return !ofChange && units(draft).noneMatch(units::contains);
  }

  private boolean counts(Draft draft) {
    return !draft.metrics.isEmpty()
        && draft.comparison == null
        && units(draft).allMatch(unit -> unit == Unit.COUNT || unit == Unit.PEOPLE);
  }

  private Stream<Unit> units(Draft draft) {
    return draft.metrics.stream().flatMap(name -> catalog.metric(name).stream()).map(Metric::unit);
  }

  /** 每个月GMV都超过100万: in all of them, which is no condition on each. */
  private static boolean chooses(Draft draft) {
    boolean inBuckets = draft.grain != null && !draft.conditions.isEmpty();
    boolean inBoth = draft.comparison instanceof Comparison.With && draft.changeSaid;
    return inBuckets || inBoth;
  }

  private static boolean isMonth(@Nullable Meaning next) {
    return next instanceof PeriodPart part && part.unit().filter(Grain.MONTH::equals).isPresent();
  }

  private boolean isRate(@Nullable Meaning before) {
    return before instanceof MetricWord word
        && catalog.metric(word.metric()).filter(m -> m.unit() == Unit.PERCENT).isPresent();
  }

  /** 这周五 is a date, no day of the week. */
  private static boolean isDay(Bag bag, Edge value) {
    return WEEKDAY.matcher(bag.typed(value)).matches();
  }

  /** 有活动的GMV, 活动期间: some of the rows rather than a group each. */
  private static boolean isBare(Edge edge) {
    return edge.meaning() instanceof GroupPart group && group.kind() == GroupPart.Kind.BARE;
  }

  private static boolean isOneBareMetric(Draft draft) {
    return draft.metrics.size() == 1
        && draft.period == null
        && draft.dimensions.isEmpty()
        && draft.filters.isEmpty();
  }

  private boolean isSaidBy(Draft draft, String stem) {
    Stream<String> metrics =
        draft.metrics.stream()
            .flatMap(name -> catalog.metric(name).stream())
            .flatMap(m -> Stream.concat(Stream.of(m.label().en()), m.terms().en().stream()));
    Stream<String> dimensions =
        Stream.concat(
                draft.dimensions.stream(),
                draft.filters.values().stream().map(Filter.In::dimension))
            .flatMap(name -> catalog.dimension(name).stream())
            .flatMap(d -> Stream.concat(Stream.of(d.label().en()), d.terms().en().stream()));
    return Stream.concat(metrics, dimensions)
        .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(stem));
  }
}
