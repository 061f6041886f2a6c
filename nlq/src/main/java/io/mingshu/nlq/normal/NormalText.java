package io.mingshu.nlq.normal;

/**
 * A question in one form, with the way back to what was typed.
 *
 * <p>Immutable.
 */
public final class NormalText {
  private final String original;
  private final String text;
  private final int[] source;

  NormalText(String original, String text, int[] source) {
    this.original = original;
    this.text = text;
    this.source = source;
  }

  /** As typed. */
  public String original() {
    return original;
  }

  /** Simplified, half-width, lower case. */
  public String text() {
    return text;
  }

  /** Where a place of the normal text begins in the original. */
  public int originalStart(int position) {
    return position < source.length ? source[position] : original.length();
  }

  /** Where the stretch before a place of the normal text ends in the original. */
  public int originalEnd(int position) {
    if (position == 0) {
      return 0;
    }
    if (position >= source.length) {
      return original.length();
    }
    // Characters that vanished (a combining mark) belong to the stretch before them.
    return Math.max(source[position], source[position - 1] + 1);
  }

  /**
   * The same question with a stretch of its normal text replaced; places still lead to what was
   * typed.
   */
  public NormalText with(int start, int end, String replacement) {
    int[] places = new int[text.length() - (end - start) + replacement.length()];
    System.arraycopy(source, 0, places, 0, start);
    for (int i = 0; i < replacement.length(); i++) {
      // The new characters share the old ones' places; the last stands for the end.
      places[start + i] = source[Math.min(start + i, end - 1)];
    }
    System.arraycopy(source, end, places, start + replacement.length(), text.length() - end);
    return new NormalText(
        original, text.substring(0, start) + replacement + text.substring(end), places);
  }

  /** The typed characters of a stretch of the normal text. */
  public String typed(int start, int end) {
    return original.substring(originalStart(start), originalEnd(end));
  }
}
