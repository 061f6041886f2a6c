package io.mingshu.nlq.complete;

import io.mingshu.semantic.text.Language;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a question says already, beside the word that is being typed.
 *
 * @param metrics the metrics it names
 * @param period whether it names a period or a campaign
 * @param chinese whether it has Chinese characters
 * @param english whether it has Latin words that no Chinese question would have
 */
record Mentions(Set<String> metrics, boolean period, boolean chinese, boolean english) {
  static final Mentions NONE = new Mentions(Set.of(), false, false, false);

  /** Those of the texts on both sides of the word. */
  static Mentions of(Keys keys, String before, String after) {
    return NONE.with(keys, before).with(keys, after);
  }

  private Mentions with(Keys keys, String text) {
    Set<String> found = new LinkedHashSet<>(metrics);
    boolean when = period;
    boolean han = chinese;
    boolean latin = english;
    int i = 0;
    while (i < text.length()) {
      Optional<Keys.Named> named =
          Letters.isInsideWord(text, i) ? Optional.empty() : keys.longestAt(text, i);
      char c = text.charAt(i);
      han |= Letters.isHan(c);
      if (named.isEmpty()) {
        latin |= Letters.isLatin(c) && Character.isLetter(c);
        i++;
        continue;
      }
      latin |= named.get().keys().stream().noneMatch(key -> key.name().zh());
      for (Keys.Key key : named.get().keys()) {
        Entry entry = key.name().entry();
        entry.metric().ifPresent(found::add);
        when |= entry.kind() == Completion.Kind.PERIOD || entry.kind() == Completion.Kind.CAMPAIGN;
      }
      i = named.get().end();
    }
    return new Mentions(Set.copyOf(found), when, han, latin);
  }

  /** The language that the question is typed in, as far as it shows. */
  Language language(Language otherwise) {
    if (chinese) {
      return Language.ZH;
    }
    return english ? Language.EN : otherwise;
  }
}
