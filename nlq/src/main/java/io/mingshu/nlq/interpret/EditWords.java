package io.mingshu.nlq.interpret;

import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The words by which a follow-up says what becomes of the question before.
 *
 * @param instead what is named takes the place of what was there
 * @param more what is named is added to it
 * @param further groups are added to groups
 * @param these the groups of the answer before are meant
 * @param apart what is named is set against what was there
 */
record EditWords(boolean instead, boolean more, boolean further, boolean these, boolean apart) {
  private static final Set<String> ADDING = Set.of("加上", "还有", "以及", "和", "plus");
  private static final Set<String> GOING_ON = Set.of("now", "right now", "现在");

  /** Takes them, and what only points at the question before. */
  static EditWords take(Bag bag) {
    boolean instead = bag.takeCue(Cue.INSTEAD).isPresent();
    boolean these = bag.takeCue(Cue.THESE).isPresent();
    bag.takeCue(Cue.IT);
    Optional<Edge> first = bag.first();
    boolean adds = first.filter(e -> adds(e.meaning(), bag.typed(e))).isPresent();
    // "Now by week" speaks of the talk, not of the time.
    first
        .filter(e -> e.meaning() instanceof CueWord word && word.cue() == Cue.VAGUE_TIME)
        .filter(e -> GOING_ON.contains(bag.typed(e).toLowerCase(Locale.ROOT)))
        .ifPresent(bag::take);
    // "Split that by device" makes groups, not shares.
    first
        .filter(e -> e.meaning() instanceof CueWord word && word.cue() == Cue.SHARE)
        .filter(e -> bag.typed(e).equalsIgnoreCase("split"))
        .ifPresent(bag::take);
    boolean more = bag.takeCue(Cue.MORE).isPresent();
    boolean again = bag.takeCue(Cue.AGAIN).isPresent();
    boolean apart = bag.lookCue(Cue.COMPARE, Cue.SEPARATELY).isPresent();
    boolean further = again || more || bag.lookCue(Cue.DETAIL).isPresent();
    return new EditWords(instead, more || (adds && !apart), further, these, apart);
  }

  /** 加上…, 还有… at the beginning: something is added to what was there. */
  static boolean adds(Meaning meaning, String typed) {
    return meaning instanceof CueWord word && word.cue() == Cue.AND && ADDING.contains(typed);
  }
}
