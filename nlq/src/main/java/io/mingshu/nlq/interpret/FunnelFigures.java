package io.mingshu.nlq.interpret;

import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.semantic.query.FunnelQuery.View.Losses.By;
import io.mingshu.semantic.text.WordList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which figures of a funnel are asked for. Their words are those of metrics elsewhere (the
 * conversion rate, users); beside steps they are the funnel's own.
 *
 * @param rate a conversion, or a share
 * @param share only a share, of which whole is not said
 * @param stepwise figures of each step
 * @param lost those who are lost
 * @param largest the step where most are lost
 */
record FunnelFigures(
    boolean rate, boolean share, boolean stepwise, boolean lost, Optional<By> largest) {
  /** Of which whole is not said: of those before, or of all groups. */
  private static final Set<String> SHARE =
      Set.copyOf(
          WordList.words(
              "各占多少|各占几成|分别占多少|占几成|占了几成|占多大比例|占多大比重|占百分之多少|占百分之几|的比例|的占比|的比率|占|占了多少|有多大比例|多大比例|几成|比率|占比|占比多少|占多少|比例|比例是多少"
                  + "|share|percentage|proportion|what share|what percentage|what percent|what proportion|what fraction|fraction|pct|percent|what %|what % of|% of"));

  private static final Set<String> RATE =
      Set.copyOf(
          WordList.words(
              "转化率|转化|转化情况|转化比例|转化效率|总转化率|整体转化率|总体转化率|最终转化率|转化率情况|转化多少|成功率|通过率"
                  + "|支付转化率|下单转化率|[总/整体/平均/]转化率[是/为/]多少"
                  + "|conversion|conversion rate|conversion rates|converts|convert|converted|cvr|cr|rate"
                  + "|conversion percentage|completion rate|success rate|through rate|conv rate|conv|% converted"));

  private static final Set<String> PEOPLE =
      Set.copyOf(
          WordList.words(
              "人数|用户数|用户量|多少用户|多少人|用户|人|有多少人|有多少用户|各多少人|各有多少人|人数多少|多少个用户|多少个人|剩多少人|还剩多少人|剩下多少人|去重用户数|几个人|有几个人|有多少个人|剩多少|剩下多少|还剩多少|各剩多少人|有几个|有多少|多少|几位"
                  + "|users|user|people|number of users|number of people|how many users|how many people|user count|user counts|user numbers|how many|headcount|unique users|distinct users|counts|count|shoppers|how many shoppers"));

  private static final Set<String> LOST =
      Set.copyOf(
          WordList.words(
              "流失率|流失|用户流失率|流失人数|流失用户数|用户流失|流失用户|流失情况|churn|drop|drops|loss rate|abandonment|abandonment rate|lost"));

  /** How many get from the first step to the last. */
  static final FunnelFigures OF_ALL =
      new FunnelFigures(true, false, false, false, Optional.empty());

  /** Takes the words from what is left. */
  static FunnelFigures take(Bag bag) {
    boolean share = AnalysisWordsIn.takeTyped(bag, SHARE);
    boolean conversion = AnalysisWordsIn.takeTyped(bag, RATE);
    boolean people = AnalysisWordsIn.takeTyped(bag, PEOPLE);
    boolean lost = AnalysisWordsIn.takeTyped(bag, LOST);
    lost |= AnalysisWordsIn.take(bag, AnalysisCue.LOSS).isPresent();
    boolean most = AnalysisWordsIn.take(bag, AnalysisCue.MOST_LOST).isPresent();
    boolean worst = AnalysisWordsIn.take(bag, AnalysisCue.WORST_RATE).isPresent();
    boolean stepwise =
        Stream.of(
                AnalysisCue.EACH_STEP,
                AnalysisCue.FROM_FIRST,
                AnalysisCue.FROM_PREVIOUS,
                AnalysisCue.WHICH_STEP)
            .map(cue -> AnalysisWordsIn.take(bag, cue).isPresent())
            .reduce(false, Boolean::logicalOr);
    return new FunnelFigures(
        conversion || share,
        share && !conversion,
        stepwise || people,
        lost,
        most ? Optional.of(By.PEOPLE) : worst ? Optional.of(By.RATE) : Optional.empty());
  }

  /** Whether some of them are lost, or the step where most are. */
  boolean isOfSteps() {
    return lost || largest.isPresent();
  }

  /** Whether more is asked for than how many convert. */
  boolean isMoreThanARate() {
    return stepwise || lost || largest.isPresent();
  }

  /** Takes words for people, where all figures are of them anyway. */
  static void takePeople(Bag bag) {
    AnalysisWordsIn.takeTyped(bag, PEOPLE);
  }

  /** Whether words name one. */
  static boolean isFigure(String typed) {
    String word = typed.toLowerCase(Locale.ROOT).trim();
    return SHARE.contains(word)
        || RATE.contains(word)
        || PEOPLE.contains(word)
        || LOST.contains(word);
  }
}
