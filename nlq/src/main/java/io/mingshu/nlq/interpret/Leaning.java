package io.mingshu.nlq.interpret;

import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.grammar.Parts.GroupPart.Kind;
import io.mingshu.nlq.grammar.Parts.LiftPart;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.normal.NormalText;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a question in a conversation stands by itself or builds on the last answer. */
enum Leaning {
  OWN,
  BUILDING,
  /** Both make sense, and they differ. */
  OPEN;

  /** A reading by itself that costs so much more only gets round what is missing. */
  private static final double DEARER = 0.5;

  private static final Set<Cue> POINTING = EnumSet.of(Cue.INSTEAD, Cue.MORE, Cue.AGAIN, Cue.THESE);

  /**
   * @param own readings without the conversation
   * @param building readings on top of the last answer, of those that say something
   */
  static Leaning of(NormalText text, List<Reading> own, List<Reading> building) {
    Optional<Reading> alone = answer(own);
    Optional<Reading> onTop = answer(building);
    boolean points = pointing(building);
    boolean leans = points || FollowUps.looksLikeOne(text.text());
    if (onTop.isEmpty()) {
      boolean lacksPeriod = alone.filter(r -> r.draft().period == null).isPresent();
      if (leans && lacksPeriod) {
        return BUILDING;
      }
      boolean lacksMetric = own.get(0).draft().metricWords.isEmpty();
      boolean wouldBuild = points || (lacksMetric && (leans || hasContent(building.get(0))));
      return alone.isEmpty() && wouldBuild ? BUILDING : OWN;
    }
    boolean names = !onTop.get().draft().metricWords.isEmpty();
    if (alone.isEmpty() || alone.get().cost() >= onTop.get().cost() + DEARER) {
      return leans || !names ? BUILDING : OWN;
    }
    if (alone.get().draft().query().equals(onTop.get().draft().query())) {
      return OWN;
    }
    if (points) {
      return BUILDING;
    }
    if (leans) {
      return names && alone.get().draft().period != null ? OPEN : BUILDING;
    }
    return isBare(alone.get()) ? OPEN : OWN;
  }

  private static Optional<Reading> answer(List<Reading> readings) {
    return readings.stream().filter(Reading::isAnswer).findFirst();
  }

  private static boolean hasContent(Reading reading) {
    return reading.cover().parts().stream().anyMatch(e -> !(e.meaning() instanceof FillerWord));
  }

  /** Only a metric's name: a new question, or the last one with another metric. */
  private static boolean isBare(Reading reading) {
    return reading.cover().parts().stream()
        .map(Edge::meaning)
        .allMatch(m -> m instanceof MetricWord || m instanceof FillerWord);
  }

  private static boolean pointing(List<Reading> readings) {
    Reading reading = readings.get(0);
    List<Edge> parts = reading.cover().parts();
    boolean adds =
        parts.stream()
            .filter(e -> !(e.meaning() instanceof FillerWord))
            .limit(1)
            .anyMatch(e -> EditWords.adds(e.meaning(), reading.text().typed(e.start(), e.end())));
    return adds || parts.stream().map(Edge::meaning).anyMatch(Leaning::points);
  }

  private static boolean points(Meaning meaning) {
    return (meaning instanceof CueWord word && POINTING.contains(word.cue()))
        || meaning instanceof LiftPart
        || (meaning instanceof GroupPart group && group.kind() == Kind.THESE);
  }
}
