package io.mingshu.benchmarks.fuzz;

import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Lexicon;
import io.mingshu.nlq.time.TimeGrammar;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Words to make questions of, by kind. */
record Vocabulary(
    List<String> metrics,
    List<String> dimensions,
    List<String> values,
    List<String> otherNames,
    List<String> cues,
    List<String> time,
    List<String> numbers,
    List<String> filler,
    List<String> examples) {

  /** No catalog has them, nor anything near them. */
  static final List<String> UNKNOWN =
      List.of("火星", "翡翠", "鲸鱼", "麒麟座", "qwxyz", "blorp", "zorgon", "xylotrope");

  private static final List<String> PERIODS =
      List.of(
          "上个月",
          "近7天",
          "近30天",
          "6月",
          "2026年5月",
          "2025-11-11",
          "今年",
          "去年",
          "上周",
          "本月",
          "昨天",
          "Q1",
          "618期间",
          "last month",
          "last 7 days",
          "in June",
          "May 2026",
          "this year",
          "yesterday",
          "from 2026-05-01 to 2026-05-31",
          "year to date",
          "每天",
          "每周",
          "按月",
          "by day",
          "monthly");

  private static final List<String> NUMBERS =
      List.of(
          "1",
          "3",
          "5",
          "10",
          "100",
          "2026",
          "1,200",
          "1.5万",
          "三百",
          "两千五",
          "二十",
          "50%",
          "百分之二十",
          "0.3",
          "¥500",
          "2k",
          "twelve",
          "前五",
          "超过10万",
          "top 3",
          "at least 2",
          "more than 1000");

  static Vocabulary of(Catalog catalog) {
    return new Vocabulary(
        catalog.metrics().stream().flatMap(m -> words(m.label(), m.terms())).toList(),
        catalog.dimensions().stream().flatMap(d -> words(d.label(), d.terms())).toList(),
        catalog.dimensions().stream()
            .flatMap(d -> d.values().stream())
            .flatMap(v -> words(v.label(), v.terms()))
            .toList(),
        Stream.of(
                catalog.dimensions().stream()
                    .flatMap(d -> d.groups().stream())
                    .flatMap(g -> words(g.label(), g.terms())),
                catalog.calendar().stream().flatMap(c -> words(c.label(), c.terms())),
                catalog.ambiguities().stream().flatMap(a -> a.terms().all()),
                catalog.unavailable().stream().flatMap(u -> u.terms().all()))
            .flatMap(words -> words)
            .toList(),
        Arrays.stream(Cue.values()).flatMap(cue -> cue.forms().stream()).toList(),
        // In order, so that the same seed asks the same: the grammar has them in none.
        Stream.concat(PERIODS.stream(), new TimeGrammar(catalog).words().stream())
            .sorted()
            .toList(),
        NUMBERS,
        Lexicon.fillers(),
        catalog.examples().stream().flatMap(e -> Stream.of(e.zh(), e.en())).toList());
  }

  private static Stream<String> words(Text label, Terms terms) {
    return Stream.concat(Stream.of(label.zh(), label.en()), terms.all());
  }

  /** The kinds that are not empty. */
  List<List<String>> kinds() {
    return Stream.of(
            metrics, dimensions, values, otherNames, cues, time, numbers, filler, PERIODS, UNKNOWN)
        .filter(words -> !words.isEmpty())
        .toList();
  }

  /** A period as people say it. */
  static String period(Random random) {
    return any(PERIODS, random);
  }

  static <T> T any(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
