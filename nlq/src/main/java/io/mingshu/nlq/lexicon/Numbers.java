package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Stratum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers: 1,200 · 1.5万 · 2k · 三百万 · 二〇二五 · 20% · 百分之二十 · twelve. A run of digits is never
 * split.
 */
public final class Numbers implements Stratum {
  private static final double COST = 1.0;

  /** More characters in a row are no Chinese number that anybody means. */
  private static final int LONGEST_CHINESE = 24;

  private static final String DIGITS =
      "(?<![\\d.])(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?!\\.?\\d)";
  private static final String ZH = "[零〇一二两三四五六七八九十百千万亿]";
  private static final String NO_OTHER_CURRENCY = "(?<![$£€¥￥])(?<![$£€¥￥] )";
  private static final String PLAIN =
      "(?:(%s)\\s?)?"
          + DIGITS
          + "(?:\\s?(万亿|亿|百万|千万|十万|万|千|百|(?:k|w|m|mn|bn|million|thousand|billion|lakh|lakhs|crore|crores)(?![a-z0-9])))?"
          + "(?:\\s?(%%|percent(?![a-z])|per cent(?![a-z])|个百分点|个点))?(?!\\s?‰)";
  private static final Pattern CHINESE =
      Pattern.compile("(百分之|千分之)?(" + ZH + "+(?:点[零一二三四五六七八九]+)?|\\d+(?:\\.\\d+)?)(个百分点|个点)?");
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?<![a-z0-9])(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|hundred|a hundred|a thousand|a million)"
              + "(?:\\s(hundred|thousand|million))?(?![a-z])");

  private static final Map<String, BigDecimal> SCALES =
      Map.ofEntries(
          Map.entry("百", new BigDecimal("100")),
          Map.entry("千", new BigDecimal("1000")),
          Map.entry("k", new BigDecimal("1000")),
          Map.entry("thousand", new BigDecimal("1000")),
          Map.entry("hundred", new BigDecimal("100")),
          Map.entry("万", new BigDecimal("10000")),
          Map.entry("w", new BigDecimal("10000")),
          Map.entry("十万", new BigDecimal("100000")),
          Map.entry("百万", new BigDecimal("1000000")),
          Map.entry("m", new BigDecimal("1000000")),
          Map.entry("mn", new BigDecimal("1000000")),
          Map.entry("million", new BigDecimal("1000000")),
          Map.entry("千万", new BigDecimal("10000000")),
          Map.entry("亿", new BigDecimal("100000000")),
          Map.entry("bn", new BigDecimal("1000000000")),
          Map.entry("billion", new BigDecimal("1000000000")),
          Map.entry("lakh", new BigDecimal("100000")),
          Map.entry("lakhs", new BigDecimal("100000")),
          Map.entry("crore", new BigDecimal("10000000")),
          Map.entry("crores", new BigDecimal("10000000")),
          Map.entry("万亿", new BigDecimal("1000000000000")));

  private static final List<String> ENGLISH_SMALL =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");
  private static final Map<String, Integer> ENGLISH_LARGE =
      Map.of(
          "fifteen",
          15,
          "twenty",
          20,
          "thirty",
          30,
          "fifty",
          50,
          "hundred",
          100,
          "a hundred",
          100,
          "a thousand",
          1000,
          "a million",
          1_000_000);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Map<String, String> CURRENCIES =
      Map.of(
          "CNY", "(?<![a-z])(?:rmb|cny)|[¥￥]",
          "JPY", "(?<![a-z])jpy|[¥￥]",
          "USD", "(?<![a-z])usd|\\$",
          "GBP", "(?<![a-z])gbp|£",
          "EUR", "(?<![a-z])eur|€");

  private final Pattern plain;

  /**
   * @param currency ISO code of the catalog's amounts; amounts of another one are no numbers here
   */
  public Numbers(String currency) {
    String sign = CURRENCIES.getOrDefault(currency, currency.toLowerCase(Locale.ROOT));
    this.plain = Pattern.compile(NO_OTHER_CURRENCY + PLAIN.formatted(sign));
  }

  @Override
  public void extend(Chart chart) {
    digits(chart);
    chinese(chart);
    english(chart);
  }

  private void digits(Chart chart) {
    Matcher matcher = plain.matcher(chart.text());
    while (matcher.find()) {
      boolean money = matcher.group(1) != null;
      int start = matcher.start();
      BigDecimal value = new BigDecimal(matcher.group(2).replace(",", ""));
      boolean percent = matcher.group(4) != null;
      if (!percent) {
        add(chart, start, matcher.end(2), value, false, money);
      }
      String scale = matcher.group(3);
      if (scale != null) {
        value = value.multiply(SCALES.getOrDefault(scale, BigDecimal.ONE));
        if (!percent) {
          add(chart, start, matcher.end(3), value, false, money);
        }
      }
      if (percent) {
        add(chart, start, matcher.end(4), value.divide(HUNDRED), true, false);
      }
    }
  }

  private static void chinese(Chart chart) {
    Matcher matcher = CHINESE.matcher(chart.text());
    int from = 0;
    while (matcher.find(from)) {
      // 一 may begin a longer word than the number (一共): each start is tried.
      from = matcher.start() + 1;
      String prefix = matcher.group(1);
      String digits = matcher.group(2);
      boolean arabic = Character.isDigit(digits.charAt(0));
      if ((arabic && prefix == null) || (!arabic && digits.length() > LONGEST_CHINESE)) {
        from = matcher.end();
        continue;
      }
      Optional<BigDecimal> value =
          arabic ? Optional.of(new BigDecimal(digits)) : ChineseNumerals.parse(digits);
      if (value.isEmpty()) {
        continue;
      }
      BigDecimal number = value.get();
      if (prefix != null) {
        BigDecimal parts = prefix.equals("百分之") ? HUNDRED : BigDecimal.valueOf(1000);
        add(chart, matcher.start(), matcher.end(2), number.divide(parts), true);
      } else if (matcher.group(3) != null) {
        add(chart, matcher.start(), matcher.end(3), number.divide(HUNDRED), true);
      } else {
        add(chart, matcher.start(), matcher.end(2), number, false);
      }
      from = Math.max(from, matcher.end());
    }
  }

  private static void english(Chart chart) {
    Matcher matcher = ENGLISH.matcher(chart.text());
    while (matcher.find()) {
      String word = matcher.group(1);
      int small = ENGLISH_SMALL.indexOf(word);
      BigDecimal value =
          BigDecimal.valueOf(small >= 0 ? small : ENGLISH_LARGE.getOrDefault(word, 0));
      String scale = matcher.group(2);
      if (scale != null) {
        value = value.multiply(SCALES.getOrDefault(scale, BigDecimal.ONE));
      }
      add(chart, matcher.start(), matcher.end(), value, false);
    }
  }

  private static void add(Chart chart, int start, int end, BigDecimal value, boolean percent) {
    add(chart, start, end, value, percent, false);
  }

  private static void add(
      Chart chart, int start, int end, BigDecimal value, boolean percent, boolean money) {
    BigDecimal plain = new BigDecimal(value.stripTrailingZeros().toPlainString());
    chart.add(new Edge(start, end, new NumberWord(plain, percent, money), COST));
  }
}
