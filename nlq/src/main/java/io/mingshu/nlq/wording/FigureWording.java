package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.text.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;

/** Figures as people write them: 万 and 亿 in Chinese, K and M in English. */
final class FigureWording {
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal HUNDRED_THOUSAND = BigDecimal.valueOf(100_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
  private static final Map<String, String> SYMBOLS =
      Map.of("CNY", "¥", "JPY", "¥", "GBP", "£", "USD", "$", "EUR", "€");

  private final String currencySign;

  FigureWording(String currency) {
    this.currencySign = SYMBOLS.getOrDefault(currency, currency + " ");
  }

  /** A figure rounded for reading. */
  String rounded(BigDecimal value, Metric.Unit unit, Language language) {
    return switch (unit) {
      case PERCENT -> percent(value);
      case CURRENCY -> signed(value, currencySign + amount(value.abs(), language));
      case COUNT, PEOPLE -> signed(value, count(value.abs(), language));
      case NUMBER -> signed(value, plain(value.abs(), 2));
    };
  }

  /** A figure in full: thresholds, which must not be rounded. */
  String exact(BigDecimal value, Metric.Unit unit) {
    return switch (unit) {
      case PERCENT -> plain(value.movePointRight(2), 10) + "%";
      case CURRENCY -> signed(value, currencySign + plain(value.abs(), 10));
      case COUNT, PEOPLE, NUMBER -> signed(value, plain(value.abs(), 10));
    };
  }

  /** A relative change with its sign: {@code +12.3%}. */
  String change(BigDecimal value) {
    return (value.signum() > 0 ? "+" : "") + percent(value);
  }

  /** The size of a difference between two rates. */
  String points(BigDecimal difference, Language language) {
    BigDecimal points = difference.abs().movePointRight(2);
    String text = plain(points, points.compareTo(BigDecimal.ONE) < 0 ? 2 : 1);
    return language == Language.ZH ? text + "个百分点" : text + " points";
  }

  /** The difference between two rates with its sign: {@code +1.2个百分点}. */
  String pointsChange(BigDecimal difference, Language language) {
    String sign = difference.signum() > 0 ? "+" : difference.signum() < 0 ? "-" : "";
    return sign + points(difference, language);
  }

  private static String percent(BigDecimal fraction) {
    BigDecimal percent = fraction.movePointRight(2);
    int decimals = percent.abs().compareTo(BigDecimal.TEN) < 0 ? 2 : 1;
    return signed(percent, plain(percent.abs(), decimals)) + "%";
  }

  private static String amount(BigDecimal value, Language language) {
    if (value.compareTo(TEN_THOUSAND) < 0) {
      return String.format(Locale.ROOT, "%,.2f", value.setScale(2, RoundingMode.HALF_UP));
    }
    return language == Language.ZH ? inWan(value) : inThousands(value);
  }

  private static String count(BigDecimal value, Language language) {
    if (value.compareTo(HUNDRED_THOUSAND) < 0) {
      return plain(value, 2);
    }
    return language == Language.ZH ? inWan(value) : inThousands(value);
  }

  private static String inWan(BigDecimal value) {
    return value.compareTo(HUNDRED_MILLION) < 0 ? scaled(value, 4) + "万" : scaled(value, 8) + "亿";
  }

  private static String inThousands(BigDecimal value) {
    if (value.compareTo(MILLION) < 0) {
      return scaled(value, 3) + "K";
    }
    return value.compareTo(BILLION) < 0 ? scaled(value, 6) + "M" : scaled(value, 9) + "B";
  }

  private static String scaled(BigDecimal value, int digits) {
    return String.format(
        Locale.ROOT, "%,.2f", value.movePointLeft(digits).setScale(2, RoundingMode.HALF_UP));
  }

  /** With separators and without trailing zeros. */
  private static String plain(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
  }

  private static String signed(BigDecimal value, String absolute) {
    return value.signum() < 0 ? "-" + absolute : absolute;
  }
}
