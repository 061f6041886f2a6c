package io.mingshu.nlq.chart;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shape of words that a text is searched for. It is only tried at places where it can begin: with
 * dozens of shapes and their many optional beginnings, trying each at every place is what reading a
 * long text would take its time for. What is found is what {@link Matcher#find()} finds.
 * Thread-safe.
 */
public final class Form {
  /** Digits, Latin letters and Chinese characters; at others it is always tried. */
  private static final int JUDGED = 0xA000;

  private static final byte BEGINS = 1;
  private static final byte NEVER_BEGINS = 2;

  private final Pattern pattern;

  /** Whether what stands before it may be what lets it match. */
  private final boolean looksBehind;

  /**
   * Which characters it can begin with, found out as they are met. Threads may find out the same;
   * they find the same.
   */
  private final byte[] first = new byte[JUDGED];

  private Form(Pattern pattern) {
    this.pattern = pattern;
    this.looksBehind = pattern.pattern().contains("(?<=");
  }

  /**
   * @param words a regular expression that matches no empty text
   */
  public static Form of(String words) {
    return new Form(Pattern.compile(words));
  }

  public Search in(String text) {
    return new Search(text);
  }

  /** Calls back with each match, from left to right; they do not overlap. */
  public void each(String text, Consumer<Matcher> found) {
    Search search = in(text);
    while (search.find()) {
      found.accept(search.match());
    }
  }

  private boolean canBegin(char c) {
    if (c >= JUDGED || looksBehind) {
      return true;
    }
    byte known = first[c];
    if (known == 0) {
      // It may match where it matches the character alone, or would have looked at what follows.
      Matcher alone = pattern.matcher(String.valueOf(c));
      known = alone.lookingAt() || alone.hitEnd() ? BEGINS : NEVER_BEGINS;
      first[c] = known;
    }
    return known == BEGINS;
  }

  /** A way through one text. */
  public final class Search {
    private final String text;
    private final Matcher matcher;
    private int from;

    private Search(String text) {
      this.text = text;
      this.matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /** Whether there is another match behind the last. */
    public boolean find() {
      for (int at = from; at < text.length(); at++) {
        if (startsAt(at)) {
          from = Math.max(matcher.end(), at + 1);
          return true;
        }
      }
      from = text.length();
      return false;
    }

    /** Whether there is a match that starts at a place or behind it. */
    public boolean find(int place) {
      from = place;
      return find();
    }

    /** Whether there is a match that starts at a place. */
    public boolean startsAt(int place) {
      return canBegin(text.charAt(place)) && matcher.region(place, text.length()).lookingAt();
    }

    /** The last match. */
    public Matcher match() {
      return matcher;
    }
  }
}
