package io.mingshu.nlq.complete;

import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.semantic.catalog.CalendarEntry;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.ValueGroup;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the names that can be completed: all of a catalog's that may be shown, and periods. */
final class Vocabulary {
  private static final int MOST_MEMBERS_LISTED = 6;

  private final Normalizer normalizer;
  private final List<Name> names = new ArrayList<>();

  private Vocabulary(Normalizer normalizer) {
    this.normalizer = normalizer;
  }

  static List<Name> of(Catalog catalog, Normalizer normalizer) {
    Vocabulary vocabulary = new Vocabulary(normalizer);
    vocabulary.addAll(catalog);
    return List.copyOf(vocabulary.names);
  }

  /** As names and texts are compared: hyphens and spaces are one. */
  static String folded(String normal) {
    return normal.replace('-', ' ').replace('_', ' ');
  }

  static String folded(String typed, Normalizer normalizer) {
    return folded(normalizer.normalize(typed).text());
  }

  private void addAll(Catalog catalog) {
    for (Metric metric : catalog.metrics()) {
      Optional<String> name = Optional.of(metric.name());
      add(
          new Entry(
              Completion.Kind.METRIC, metric.label(), metric.description(), name, Optional.empty()),
          metric.terms());
    }
    for (PeriodPhrases.Phrase phrase : PeriodPhrases.ALL) {
      add(time(Completion.Kind.PERIOD, phrase.label(), phrase.meaning()), phrase.terms());
    }
    for (CalendarEntry entry : catalog.calendar()) {
      add(time(Completion.Kind.CAMPAIGN, entry.label(), days(entry)), entry.terms());
    }
    List<Dimension> shown = catalog.dimensions().stream().filter(d -> !d.personal()).toList();
    for (Dimension dimension : shown) {
      boolean said = !dimension.description().equals(dimension.label());
      Text description = said ? dimension.description() : Text.same("");
      add(
          of(dimension, Completion.Kind.DIMENSION, dimension.label(), description),
          dimension.terms());
    }
    // 直播 is a value of the plain 渠道 before it is one of 获客渠道.
    shown.stream()
        .sorted(Comparator.comparing(d -> shown.stream().anyMatch(d::isNarrowerThan)))
        .forEach(this::addValues);
  }

  private void addValues(Dimension dimension) {
    for (DimensionValue value : dimension.values()) {
      add(of(dimension, Completion.Kind.VALUE, value.label(), dimension.label()), value.terms());
    }
    for (ValueGroup group : dimension.groups()) {
      add(
          of(dimension, Completion.Kind.VALUE, group.label(), members(dimension, group)),
          group.terms());
    }
  }

  private static Entry of(Dimension dimension, Completion.Kind kind, Text label, Text description) {
    return new Entry(kind, label, description, Optional.empty(), Optional.of(dimension.name()));
  }

  private static Entry time(Completion.Kind kind, Text label, Text description) {
    return new Entry(kind, label, description, Optional.empty(), Optional.empty());
  }

  private void add(Entry entry, Terms terms) {
    Map<String, Name> own = new LinkedHashMap<>();
    saidIn(own, entry, Stream.concat(Stream.of(entry.label().zh()), terms.zh().stream()), true);
    saidIn(own, entry, Stream.concat(Stream.of(entry.label().en()), terms.en().stream()), false);
    names.addAll(own.values());
  }

  private void saidIn(Map<String, Name> own, Entry entry, Stream<String> words, boolean zh) {
    words.forEach(
        word ->
            own.merge(
                folded(word, normalizer),
                name(entry, word, zh, own.size()),
                (one, other) ->
                    new Name(
                        entry,
                        one.words(),
                        one.folded(),
                        one.zh() || other.zh(),
                        one.en() || other.en(),
                        one.order())));
  }

  private Name name(Entry entry, String word, boolean zh, int own) {
    String folded = folded(word, normalizer);
    return new Name(entry, word, folded, zh, !zh, names.size() + own);
  }

  private static Text members(Dimension dimension, ValueGroup group) {
    return new Text(members(dimension, group, Language.ZH), members(dimension, group, Language.EN));
  }

  private static String members(Dimension dimension, ValueGroup group, Language language) {
    boolean zh = language == Language.ZH;
    List<String> codes = group.codes();
    String listed =
        codes.stream()
            .limit(MOST_MEMBERS_LISTED)
            .map(code -> dimension.value(code).map(v -> v.label().in(language)).orElse(code))
            .collect(Collectors.joining(zh ? "、" : ", "));
    String rest = codes.size() > MOST_MEMBERS_LISTED ? " …" : "";
    return dimension.label().in(language) + (zh ? "：" : ": ") + listed + rest;
  }

  private static Text days(CalendarEntry entry) {
    return entry
        .yearly()
        .map(
            days ->
                new Text(
                    "每年" + zh(days.from()) + "至" + zh(days.to()),
                    en(days.from()) + " to " + en(days.to()) + " of every year"))
        .orElse(new Text("日期每年不同", "on other days every year"));
  }

  private static String zh(MonthDay day) {
    return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  private static String en(MonthDay day) {
    return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        + " "
        + day.getDayOfMonth();
  }
}
