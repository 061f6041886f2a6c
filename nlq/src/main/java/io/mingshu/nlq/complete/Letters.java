package io.mingshu.nlq.complete;

/** Where words begin and end. */
final class Letters {
  private Letters() {}

  static boolean isHan(char c) {
    return c >= 0x4E00 && c <= 0x9FFF;
  }

  static boolean hasHan(String text) {
    return text.chars().anyMatch(c -> isHan((char) c));
  }

  static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }

  /** Whether a place lies inside a Latin word or a number; digits and letters bound each other. */
  static boolean isInsideWord(CharSequence text, int place) {
    if (place <= 0 || place >= text.length()) {
      return false;
    }
    char before = text.charAt(place - 1);
    char after = text.charAt(place);
    return isLatin(before)
        && isLatin(after)
        && Character.isDigit(before) == Character.isDigit(after);
  }
}
