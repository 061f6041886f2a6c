package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Form;
import io.mingshu.nlq.chart.Stratum;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Finds numbers: 1,200 · 1.5万 · 2k · 三百万 · 二〇二五 · 20% · 百分之二十 · twelve. A run of digits is never
 * split.
 */
public final class Numbers implements Stratum {
  private static final double COST = 1.0;

  /** More characters in a row are no Chinese number that anybody means. */
  private static final int LONGEST_CHINESE = 24;

  private static final String DIGITS =
      "(?<![\\d.])(\\d{1,3}(?:,\\d{3}){1,20}(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?!\\.?\\d)";
  private static final String ZH = "[零〇一二两三四五六七八九十百千万亿]";
  private static final String NO_OTHER_CURRENCY = "(?<![$£€¥￥])(?<![$£€¥￥] )";
  private static final String PLAIN =
      "(?:(%s)\\s?)?"
          + DIGITS
          + "(?:\\s?(万亿|亿|百万|千万|十万|万|千|百|(?:k|w|m|mn|bn|million|thousand|hundred|grand|billion|lakh|lakhs|crore|crores)(?![a-z0-9])))?"
          + "(?:\\s?(%%|percent(?![a-z])|per cent(?![a-z])|pct(?![a-z])|个百分点|个点))?(?!\\s?‰)";
  private static final Form CHINESE =
      Form.of("(百分之|千分之)?(" + ZH + "+(?:点[零一二三四五六七八九]+)?|\\d+(?:\\.\\d+)?)(个百分点|个点)?");
  private static final String EN_TEENS =
      "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
  private static final String EN_UNITS = "one|two|three|four|five|six|seven|eight|nine";
  private static final String EN_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
  private static final String EN_SCALES = "hundred|thousand|grand|million|billion|lakh|crore";
  private static final String EN_BELOW_HUNDRED =
      EN_TEENS + "|(?:" + EN_TENS + ")(?:[- ](?:" + EN_UNITS + "))?|" + EN_UNITS;
  private static final Form ENGLISH =
      Form.of(
          "(?<![a-z0-9])(?:(half a|a|"
              + EN_BELOW_HUNDRED
              + ")[ -])?("
              + EN_SCALES
              + ")(?:[ -](thousand|million|billion|lakh|crore))?(?![a-z])"
              + "|(?<![a-z0-9])("
              + EN_BELOW_HUNDRED
              + ")(?:\\s(percent|per cent|pct))?(?![a-z])");

  private static final Map<String, BigDecimal> SCALES =
      Map.ofEntries(
          Map.entry("百", new BigDecimal("100")),
          Map.entry("千", new BigDecimal("1000")),
          Map.entry("k", new BigDecimal("1000")),
          Map.entry("thousand", new BigDecimal("1000")),
          Map.entry("hundred", new BigDecimal("100")),
          Map.entry("grand", new BigDecimal("1000")),
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

  private static final Map<String, Integer> ENGLISH_WORDS = englishWords();

  private static Map<String, Integer> englishWords() {
    Map<String, Integer> words = new HashMap<>();
    String[] small = (EN_UNITS + '|' + EN_TEENS).split("\\|");
    for (int i = 0; i < small.length; i++) {
      words.put(small[i], i + 1);
    }
    String[] tens = EN_TENS.split("\\|");
    for (int i = 0; i < tens.length; i++) {
      words.put(tens[i], 10 * (i + 2));
    }
    words.put("a", 1);
    return Map.copyOf(words);
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Map<String, String> CURRENCIES =
      Map.of(
          "CNY", "(?<![a-z])(?:rmb|cny)|[¥￥]",
          "JPY", "(?<![a-z])jpy|[¥￥]",
          "USD", "(?<![a-z])usd|\\$",
          "GBP", "(?<![a-z])gbp|£",
          "EUR", "(?<![a-z])eur|€");

  private final Form plain;

  /**
   * @param currency ISO code of the catalog's amounts; amounts of another one are no numbers here
   */
  public Numbers(String currency) {
    String sign = CURRENCIES.getOrDefault(currency, currency.toLowerCase(Locale.ROOT));
    this.plain = Form.of(NO_OTHER_CURRENCY + PLAIN.formatted(sign));
  }

  @Override
  public void extend(Chart chart) {
    digits(chart);
    chinese(chart);
    english(chart);
    contracted(chart);
  }

  /** 俩 and 仨: two or three of something. */
  private static void contracted(Chart chart) {
    String text = chart.text();
    for (int i = 0; i < text.length(); i++) {
      int value = "俩仨".indexOf(text.charAt(i));
      if (value >= 0) {
        add(chart, i, i + 1, BigDecimal.valueOf(value + 2L), false);
      }
    }
  }

  private void digits(Chart chart) {
    Form.Search search = plain.in(chart.text());
    while (search.find()) {
      Matcher matcher = search.match();
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
    Form.Search search = CHINESE.in(chart.text());
    int from = 0;
    while (search.find(from)) {
      Matcher matcher = search.match();
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
    Form.Search search = ENGLISH.in(chart.text());
    while (search.find()) {
      Matcher matcher = search.match();
      String plain = matcher.group(4);
      if (plain != null) {
        boolean percent = matcher.group(5) != null;
        BigDecimal value = english(plain);
        add(
            chart,
            matcher.start(),
            matcher.end(),
            percent ? value.divide(HUNDRED) : value,
            percent);
        continue;
      }
      String figure = matcher.group(1);
      BigDecimal value = figure == null ? BigDecimal.ONE : english(figure);
      value = value.multiply(scale(matcher.group(2)));
      if (matcher.group(3) != null) {
        value = value.multiply(scale(matcher.group(3)));
      }
      add(chart, matcher.start(), matcher.end(), value, false);
    }
  }

  private static BigDecimal scale(String word) {
    return SCALES.getOrDefault(word, BigDecimal.ONE);
  }

  /** Up to ninety-nine, or a half. */
  private static BigDecimal english(String words) {
    if (words.startsWith("half")) {
      return new BigDecimal("0.5");
    }
    int sum = 0;
    for (String word : words.split("[- ]")) {
      sum += ENGLISH_WORDS.getOrDefault(word, 0);
    }
    return BigDecimal.valueOf(sum);
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
