package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.grammar.Parts.ConditionPart;
import io.mingshu.nlq.grammar.Parts.FilterPart;
import io.mingshu.nlq.grammar.Parts.MeanPart;
import io.mingshu.nlq.grammar.Parts.RankMetric;
import io.mingshu.nlq.grammar.Parts.RankPart;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.query.Period;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What "and" joins. Values of different dimensions may be meant together or each by itself
 * (女装和广东的GMV); a value between two figures narrows the second only (GMV和广东的订单数); a condition or
 * ranking behind two figures may be on both. One query has none of these, so they are asked back.
 */
final class Joined {
  private static final Pattern BY = Pattern.compile("(?i)(?:by|per|按|按照)\\b.*|.*\\bby .*");
  private static final Pattern PART_OF_IT =
      Pattern.compile("(?i)其中|of which|\\band (?:how much |how many )?(?:from|in|of|by|on|for)\\b");
  private static final Pattern ASKED = Pattern.compile("多少\\s*[,，;；]");
  private static final Pattern EXCEPT = Pattern.compile("(?i)除|不算|不含|exclud|except|without");
  private static final Pattern CLOSED = Pattern.compile(".*(?:外|外的)");
  private static final Pattern BINDING = Pattern.compile("(?i)\\s*(?:的|in|from|on|of|for)?\\s*");

  /** What a condition or ranking begins with where no figure leads it. */
  private static final Pattern FIGURE_FIRST =
      Pattern.compile(
          "(?i)(?!最|超|大于|高|低|多|少|不|至|达|前|倒|top|highest|lowest|best|most|over|more|at |above)");

  private static final Pattern WANTED_TOO = Pattern.compile("除.*还有.*");

  private final Bag bag;
  private final Draft draft;
  private final List<Edge> parts;
  private final boolean narrowed;

  private Joined(Bag bag, Draft draft) {
    this.bag = bag;
    this.draft = draft;
    this.parts =
        bag.all().stream()
            .filter(edge -> !(edge.meaning() instanceof FillerWord))
            .filter(edge -> !draft.cohortWords.contains(edge))
            .toList();
    this.narrowed =
        parts.stream().anyMatch(p -> p.meaning() instanceof FilterPart f && !f.negated());
  }

  static void apply(Bag bag, Draft draft) {
    Joined joined = new Joined(bag, draft);
    for (int i = 0; i < joined.parts.size(); i++) {
      joined.valuesOfTwoKinds(i);
      joined.sharesBesideFigures(i);
      joined.sameFigureTwice(i);
      joined.partOfFigure(i);
      joined.figureAndItsMean(i);
      joined.valueBetweenFigures(i);
      joined.figuresBeforeOne(i);
      joined.excludedInside(i);
    }
  }

  private Optional<Meaning> meaning(int i) {
    return i >= 0 && i < parts.size() ? Optional.of(parts.get(i).meaning()) : Optional.empty();
  }

  private boolean isWanted(int i) {
    return meaning(i).filter(m -> m instanceof FilterPart part && !part.negated()).isPresent();
  }

  private boolean isFigure(int i) {
    return meaning(i).filter(MetricWord.class::isInstance).isPresent();
  }

  private boolean isCampaign(int i) {
    return meaning(i)
        .filter(m -> m instanceof PeriodPart part && part.period() instanceof Period.Campaign)
        .isPresent();
  }

  private boolean isAnd(int i) {
    return meaning(i).filter(m -> m instanceof CueWord w && w.cue() == Cue.AND).isPresent();
  }

  /** Rather than a comma. */
  private boolean isAndInWords(int i) {
    return isAnd(i) && !",，".contains(bag.typed(parts.get(i)).trim());
  }

  private void valuesOfTwoKinds(int i) {
    boolean campaign =
        isAndInWords(i)
            && ((isCampaign(i - 1) && isWanted(i + 1)) || (isWanted(i - 1) && isCampaign(i + 1)));
    if (campaign) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, parts.get(i + 1), Messages.JOINED_VALUES);
    }
    if (isAndInWords(i)
        && isWanted(i - 1)
        && isWanted(i + 1)
        && bag.between(parts.get(i), parts.get(i + 1)).isBlank()) {
      FilterPart left = (FilterPart) parts.get(i - 1).meaning();
      FilterPart right = (FilterPart) parts.get(i + 1).meaning();
      if (!left.dimension().equals(right.dimension())) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, parts.get(i + 1), Messages.JOINED_VALUES);
      }
    }
  }

  /** Searches, reviews and shares: things that are counted, rather than shares of something. */
  private void sharesBesideFigures(int i) {
    boolean shares =
        isAnd(i)
            && meaning(i + 1)
                .filter(m -> m instanceof CueWord w && w.cue() == Cue.SHARE)
                .isPresent()
            && typed(i + 1).equalsIgnoreCase("shares");
    if (shares) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, parts.get(i + 1), Messages.SHARE_SUBJECT);
    }
  }

  /** GMV和直播GMV, GMV of beauty and GMV of Guangdong. */
  private void sameFigureTwice(int i) {
    if (!isAnd(i)) {
      return;
    }
    Optional<MetricWord> before = nearestFigure(i, -1);
    Optional<MetricWord> after = nearestFigure(i, 1);
    if (narrowed
        && before.isPresent()
        && after.isPresent()
        && before.get().metric().equals(after.get().metric())) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, parts.get(i), Messages.VALUE_OF_ONE_FIGURE);
    }
  }

  /** The next figure, with nothing but values on the way. */
  private Optional<MetricWord> nearestFigure(int i, int step) {
    int at = i + step;
    while (isWanted(at)) {
      at += step;
    }
    return meaning(at).filter(MetricWord.class::isInstance).map(MetricWord.class::cast);
  }

  /** GMV多少，其中女装多少; GMV in total and in Guangdong: the whole, then a part of it. */
  private void partOfFigure(int i) {
    if (!isFigure(i)) {
      return;
    }
    for (int value = i + 1; value < parts.size(); value++) {
      if (isFigure(value)) {
        return;
      }
      if (isWanted(value)) {
        String between = bag.between(parts.get(i), parts.get(value));
        boolean askedTwice =
            ASKED.matcher(between).find()
                && bag.fillerAfter(parts.get(value)).filter(f -> f.contains("多少")).isPresent();
        if (PART_OF_IT.matcher(between).find() || askedTwice) {
          draft.ask(Issue.Code.AMBIGUOUS_READING, parts.get(value), Messages.VALUE_OF_ONE_FIGURE);
        }
        return;
      }
    }
  }

  /** GMV和日均: both, or the mean alone? */
  private void figureAndItsMean(int i) {
    if (isAndInWords(i)
        && isFigure(i - 1)
        && meaning(i + 1).filter(MeanPart.class::isInstance).isPresent()
        && !isFigure(i + 2)) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, parts.get(i + 1), Messages.VALUE_OF_ONE_FIGURE);
    }
  }

  private void valueBetweenFigures(int i) {
    int value = isAnd(i + 1) ? i + 2 : i + 1;
    if (!isFigure(i) || !isWanted(value)) {
      return;
    }
    int next = value;
    while (isWanted(next)) {
      next++;
    }
    boolean sameFigure =
        isFigure(next) && !isAnd(i + 1) && parts.get(i).meaning().equals(parts.get(next).meaning());
    if (isFigure(next) && !sameFigure) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, parts.get(value), Messages.VALUE_OF_ONE_FIGURE);
    }
  }

  private void figuresBeforeOne(int i) {
    if (!isAndInWords(i)) {
      return;
    }
    if (isFigure(i - 1)) {
      int behind = isFigure(i + 1) ? behindCues(i + 2) : i + 1;
      boolean own = isFigure(i + 1);
      Optional<Meaning> selecting = meaning(behind);
      boolean condition =
          selecting
              .filter(m -> m instanceof ConditionPart part && part.metric().isPresent() != own)
              .filter(m -> own || startsWithFigure(parts.get(behind)))
              .isPresent();
      boolean ranking =
          selecting
              .filter(m -> m instanceof RankPart part && part.metric().isPresent() != own)
              .filter(m -> own || startsWithFigure(parts.get(behind)))
              .isPresent();
      if (condition) {
        draft.ask(Issue.Code.MISSING_METRIC, parts.get(behind), Messages.CONDITION_METRIC);
      }
      if (ranking) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, parts.get(behind), Messages.RANK_METRIC);
      }
    }
    boolean rankedByTwo =
        isFigure(i + 1)
            && meaning(i - 1)
                .filter(
                    m ->
                        m instanceof RankMetric
                            || (m instanceof RankPart && BY.matcher(typed(i - 1)).matches()))
                .isPresent();
    if (rankedByTwo) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, parts.get(i - 1), Messages.RANK_METRIC);
    }
  }

  /** Past 环比, 都. */
  private int behindCues(int from) {
    int at = from;
    while (meaning(at).filter(CueWord.class::isInstance).isPresent() && !isAnd(at)) {
      at++;
    }
    return at;
  }

  /** GMV最高, rather than "the highest GMV". */
  private boolean startsWithFigure(Edge edge) {
    String typed = bag.typed(edge);
    return !typed.isEmpty() && FIGURE_FIRST.matcher(typed).lookingAt();
  }

  private String typed(int i) {
    return bag.typed(parts.get(i));
  }

  /** 除了广东的女装: all but Guangdong, or all but women's clothing of Guangdong? */
  private void excludedInside(int i) {
    boolean open =
        meaning(i).filter(m -> m instanceof FilterPart part && part.negated()).isPresent()
            && EXCEPT.matcher(typed(i)).lookingAt()
            && !CLOSED.matcher(typed(i)).matches();
    if (open && WANTED_TOO.matcher(typed(i)).matches()) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, parts.get(i), Messages.EXCLUDED_TOGETHER);
    }
    if (open
        && isWanted(i + 1)
        && BINDING.matcher(bag.between(parts.get(i), parts.get(i + 1))).matches()) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, parts.get(i + 1), Messages.EXCLUDED_TOGETHER);
    }
  }
}
