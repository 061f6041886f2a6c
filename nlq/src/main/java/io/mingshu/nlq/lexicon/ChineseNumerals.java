package io.mingshu.nlq.lexicon;

import java.math.BigDecimal;
import java.util.Optional;

/** Chinese numerals: 十二, 三百万, 两千五百, 一点五, 二〇二五. */
public final class ChineseNumerals {
  /** A number that a unit may follow once more: 一万亿. */
  private static final long HIGHEST_MULTIPLIED = 100_000_000;

  private static final String DIGITS = "零一二三四五六七八九";

  private ChineseNumerals() {}

  /** The number, or empty where the characters do not make one (万万, 百, 两三百). */
  public static Optional<BigDecimal> parse(String numeral) {
    int point = numeral.indexOf('点');
    if (point > 0) {
      return parse(numeral.substring(0, point))
          .map(whole -> whole.add(fraction(numeral.substring(point + 1))));
    }
    if (numeral.length() > 1 && numeral.chars().allMatch(c -> digit((char) c) >= 0)) {
      StringBuilder digits = new StringBuilder();
      if (isRough(numeral)) {
        return Optional.empty();
      }
      numeral.chars().forEach(c -> digits.append(digit((char) c)));
      return Optional.of(new BigDecimal(digits.toString()));
    }
    return whole(numeral);
  }

  /** 两三个, 三五个: two or three, three to five. */
  private static boolean isRough(String digits) {
    return digits.length() < 4 && digits.chars().allMatch(c -> digit((char) c) > 0);
  }

  private static Optional<BigDecimal> whole(String numeral) {
    long total = 0;
    long section = 0;
    long digit = -1;
    long last = 0;
    for (int i = 0; i < numeral.length(); i++) {
      char c = numeral.charAt(i);
      int value = digit(c);
      if (value >= 0) {
        if (digit > 0) {
          return Optional.empty();
        }
        digit = value;
        continue;
      }
      long unit = unit(c);
      if (unit >= 10_000) {
        section += Math.max(digit, 0);
        boolean multiplies = unit > last;
        if (multiplies ? total + section == 0 || total >= HIGHEST_MULTIPLIED : section == 0) {
          return Optional.empty();
        }
        // 一亿二千万 adds; 一万亿 multiplies all that came before.
        total = multiplies ? (total + section) * unit : total + section * unit;
        last = unit;
        section = 0;
      } else {
        if (digit < 0 && c != '十') {
          return Optional.empty();
        }
        section += (digit < 0 ? 1 : digit) * unit;
      }
      digit = -1;
    }
    long unitBefore = unitBefore(numeral);
    // 两万五 is 25,000, 一百二 is 120; 一百零二 says that nothing is left out.
    long units = digit > 0 && unitBefore > 10 ? digit * unitBefore / 10 : Math.max(digit, 0);
    return Optional.of(BigDecimal.valueOf(total + section + units));
  }

  /** The unit right before a last digit; 1 where there is none. */
  private static long unitBefore(String numeral) {
    int at = numeral.length() - 2;
    return at >= 0 && digit(numeral.charAt(at)) < 0 ? unit(numeral.charAt(at)) : 1;
  }

  private static BigDecimal fraction(String digits) {
    StringBuilder decimal = new StringBuilder("0.");
    digits.chars().forEach(c -> decimal.append(Math.max(0, digit((char) c))));
    return new BigDecimal(decimal.toString());
  }

  private static int digit(char c) {
    return switch (c) {
      case '〇' -> 0;
      case '两' -> 2;
      default -> DIGITS.indexOf(c);
    };
  }

  private static long unit(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1_000;
      case '万' -> 10_000;
      default -> 100_000_000;
    };
  }
}
