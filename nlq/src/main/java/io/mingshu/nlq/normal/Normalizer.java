package io.mingshu.nlq.normal;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;

/**
 * Folds the ways of typing one thing into one: full-width forms, compatibility characters, case,
 * traditional characters (one by one; vocabulary stays), the several dashes and quotes.
 */
public final class Normalizer {
  private static final char FIRST_HAN = 0x4E00;
  private static final char LAST_HAN = 0x9FFF;
  private static final char FRACTION_SLASH = '⁄';

  /** Costs a second to find out, so all share it. */
  private static final char[] SIMPLIFIED = simplified();

  private static char[] simplified() {
    char[] simplified = new char[LAST_HAN - FIRST_HAN + 1];
    for (char c = FIRST_HAN; c <= LAST_HAN; c++) {
      String simple = ZhConverterUtil.toSimple(String.valueOf(c));
      simplified[c - FIRST_HAN] = simple.length() == 1 ? simple.charAt(0) : c;
    }
    return simplified;
  }

  public NormalText normalize(String typed) {
    StringBuilder text = new StringBuilder(typed.length());
    int[] source = new int[typed.length() * 2 + 16];
    int i = 0;
    while (i < typed.length()) {
      int codePoint = typed.codePointAt(i);
      String folded = fold(codePoint);
      for (int k = 0; k < folded.length(); k++) {
        if (text.length() == source.length) {
          source = Arrays.copyOf(source, source.length * 2);
        }
        source[text.length()] = i;
        text.append(folded.charAt(k));
      }
      i += Character.charCount(codePoint);
    }
    return new NormalText(typed, text.toString(), Arrays.copyOf(source, text.length()));
  }

  private static final char COMBINING_DOT = '\u0307';

  private String fold(int codePoint) {
    if (codePoint < 0x80) {
      char c = (char) codePoint;
      return String.valueOf(Character.isISOControl(c) ? ' ' : Character.toLowerCase(c));
    }
    if (codePoint >= FIRST_HAN && codePoint <= LAST_HAN) {
      return String.valueOf(SIMPLIFIED[codePoint - FIRST_HAN]);
    }
    String composed =
        java.text.Normalizer.normalize(Character.toString(codePoint), Form.NFKC)
            .toLowerCase(Locale.ROOT);
    if (composed.indexOf(FRACTION_SLASH) >= 0) {
      // ½ is neither a one nor a two.
      return Character.toString(codePoint);
    }
    StringBuilder folded = new StringBuilder(composed.length());
    composed
        .chars()
        // İ is an i, without the dot that lower case gives it once more.
        .filter(c -> composed.length() == 1 || c != COMBINING_DOT)
        .forEach(c -> folded.append(plain((char) c)));
    return folded.toString();
  }

  private char plain(char c) {
    return switch (c) {
      case '‐', '‑', '–', '—', '―', '−' -> '-';
      case '’', '‘' -> '\'';
      case '“', '”', '「', '」', '『', '』' -> '"';
      case '～', '〜' -> '~';
      case '→' -> '>';
      case '\u3000', '\u00A0' -> ' ';
      default ->
          Character.isISOControl(c) || Character.isWhitespace(c)
              ? ' '
              : c >= FIRST_HAN && c <= LAST_HAN ? SIMPLIFIED[c - FIRST_HAN] : c;
    };
  }
}
