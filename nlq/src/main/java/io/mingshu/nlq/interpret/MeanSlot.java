package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.Parts.ConditionPart;
import io.mingshu.nlq.grammar.Parts.EachOf;
import io.mingshu.nlq.grammar.Parts.MeanPart;
import io.mingshu.nlq.grammar.Parts.RankPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.time.TimeParts.GrainPart;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricDefinition.PeriodMean;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Means over units of time and people that stand apart from their metric: 平均每天有多少订单, 人均…. */
final class MeanSlot {
  /** Each day of a mean; "by day" would be a series. */
  private static final Pattern EACH =
      Pattern.compile("(?i)(?:per|a|each|every|for each|for every)\\s.*|daily|weekly|monthly|每.*");

  private static final Pattern AVERAGE = Pattern.compile("(?i)平均|average|avg|mean");

  private final CatalogShape shape;

  MeanSlot(CatalogShape shape) {
    this.shape = shape;
  }

  void apply(Bag bag, Draft draft) {
    listed(bag, draft);
    perHead(bag, draft);
    eachOf(bag, draft);
    List<Placed<MeanPart>> means = bag.look(MeanPart.class);
    Optional<Edge> words = means.stream().map(Placed::edge).findFirst();
    Optional<Grain> unit = means.stream().map(placed -> placed.part().unit()).findFirst();
    if (unit.isEmpty()) {
      words = bag.lookCue(Cue.AVERAGE);
      unit = words.flatMap(average -> each(bag, draft));
    }
    if (unit.isPresent() && !draft.metrics.isEmpty()) {
      bag.take(MeanPart.class);
      bag.takeCue(Cue.AVERAGE);
      mean(bag, draft, unit.get(), words.orElseThrow());
    }
  }

  /** On average, how many visitors a day: the buckets are what the mean is over. */
  private Optional<Grain> each(Bag bag, Draft draft) {
    boolean total =
        draft.metrics.stream().noneMatch(m -> shape.isRatio(m) || shape.isPeriodMean(m));
    Optional<Placed<GrainPart>> buckets =
        bag.look(GrainPart.class).stream()
            .filter(placed -> total && EACH.matcher(bag.typed(placed.edge())).matches())
            .findFirst();
    buckets.ifPresent(placed -> bag.take(placed.edge()));
    return buckets.map(placed -> placed.part().grain());
  }

  private void mean(Bag bag, Draft draft, Grain unit, Edge words) {
    if (draft.metrics.stream().allMatch(metric -> isMeanOf(metric, unit))) {
      return;
    }
    if (draft.metrics.stream().allMatch(shape::isRatio)) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, words, Messages.MEAN_OF_RATE);
      return;
    }
    boolean further =
        bag.look(RankPart.class).stream().anyMatch(rank -> rank.part().metric().isPresent())
            || bag.look(ConditionPart.class).stream().anyMatch(c -> c.part().metric().isPresent());
    Optional<String> mean =
        draft.metrics.size() == 1 && draft.metricWords.size() == 1 && !further
            ? shape.catalog().meanOf(draft.metrics.iterator().next(), unit)
            : Optional.empty();
    if (mean.isEmpty()) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, words, Messages.AVERAGE);
      return;
    }
    replace(draft, mean.get());
  }

  private boolean isMeanOf(String metric, Grain unit) {
    return shape
        .catalog()
        .metric(metric)
        .filter(m -> m.definition() instanceof PeriodMean mean && mean.unit() == unit)
        .isPresent();
  }

  private static void replace(Draft draft, String metric) {
    draft.metrics.clear();
    draft.metrics.add(metric);
    draft.metricWords.replaceAll(placed -> new Placed<>(placed.edge(), metric));
  }

  /** 日均GMV和订单数: is the second one a mean, too? */
  private void listed(Bag bag, Draft draft) {
    Optional<Metric> mean = Optional.empty();
    boolean joined = false;
    for (Edge edge : bag.all()) {
      if (edge.meaning() instanceof MetricWord word) {
        Optional<Metric> here = composedMean(word.metric());
        if (joined && mean.isPresent() && here.isEmpty() && hasMean(word.metric(), mean.get())) {
          draft.ask(
              Issue.Code.AMBIGUOUS_READING, edge, Messages.MEAN_OF_BOTH, choices(word, mean.get()));
          return;
        }
        mean = here;
        joined = false;
      } else if (edge.meaning() instanceof CueWord cue && cue.cue() == Cue.AND) {
        joined = true;
      } else if (!(edge.meaning() instanceof FillerWord)) {
        mean = Optional.empty();
      }
    }
  }

  private Optional<Metric> composedMean(String metric) {
    return shape.metric(metric).filter(m -> m.definition() instanceof PeriodMean);
  }

  private boolean hasMean(String metric, Metric mean) {
    return shape.catalog().meanOf(metric, ((PeriodMean) mean.definition()).unit()).isPresent();
  }

  private List<Choice> choices(MetricWord word, Metric mean) {
    Grain unit = ((PeriodMean) mean.definition()).unit();
    Text total = label(word.metric());
    Text each = label(shape.catalog().meanOf(word.metric(), unit).orElseThrow());
    return List.of(
        new Choice(each, each),
        new Choice(
            new Text("总" + total.zh(), "total " + total.en()),
            new Text("总" + total.zh(), "total " + total.en())));
  }

  private Text label(String metric) {
    return shape.catalog().metric(metric).map(Metric::label).orElse(Text.same(metric));
  }

  /** On average, how many units did each buyer buy: the one for each of the other. */
  private void eachOf(Bag bag, Draft draft) {
    List<Placed<EachOf>> things = bag.look(EachOf.class);
    if (things.size() != 1 || draft.metrics.size() != 1) {
      return;
    }
    Placed<EachOf> thing = things.get(0);
    boolean average =
        AVERAGE.matcher(bag.typed(thing.edge())).find() || bag.lookCue(Cue.AVERAGE).isPresent();
    Optional<String> ratio =
        shape.catalog().ratioOf(draft.metrics.iterator().next(), thing.part().counted());
    if (average && ratio.isPresent()) {
      bag.take(EachOf.class);
      bag.takeCue(Cue.AVERAGE);
      replace(draft, ratio.get());
      draft.ratioSaid = true;
    }
  }

  /** 人均订单数: for each of which people? */
  private void perHead(Bag bag, Draft draft) {
    Optional<Edge> words = bag.takeCue(Cue.PER_HEAD);
    if (words.isEmpty()) {
      return;
    }
    if (draft.metrics.size() != 1) {
      draft.ask(Issue.Code.MISSING_METRIC, words.get(), Messages.PER_HEAD);
      return;
    }
    String metric = draft.metrics.iterator().next();
    Text figure = label(metric);
    List<Choice> people =
        shape.peopleBehind(metric).stream()
            .filter(counted -> shape.catalog().ratioOf(metric, counted).isPresent())
            .map(this::label)
            .map(
                counted ->
                    new Choice(
                        new Text(
                            figure.zh() + " ÷ " + counted.zh(), figure.en() + " ÷ " + counted.en()),
                        new Text("平均每个" + counted.zh() + "的", "per " + counted.en())))
            .toList();
    draft.ask(Issue.Code.AMBIGUOUS_READING, words.get(), Messages.PER_HEAD, people);
  }
}
