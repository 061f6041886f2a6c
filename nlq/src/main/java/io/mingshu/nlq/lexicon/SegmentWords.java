package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.lexicon.Words.ValueWord;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.text.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The words for segments, and for how many belong to them. A segment that has the name of a metric
 * (沉默用户) is meant only where it is called a segment (沉默用户人群).
 */
final class SegmentWords {
  private static final List<String> CALLED =
      WordList.words("[的/]人群|这个人群|标签[的/][用户/人/]|分群|群体|客群|用户群|人群包");

  /** Of those in it; how many they are is not said in one with these. */
  private static final List<String> INSIDE =
      WordList.words("[的/这个/]人群[里/里面/中]|这群人[里/里面/中]|[这个/]分群[里/里面/中]|[群体/客群][里/中]");

  private static final List<String> CALLED_EN = List.of("segment", "audience", "tag");
  private static final List<String> COUNTED =
      WordList.words("[的/][数/人数/数量/总数/规模]|[一共/总共/][现在/目前/][有/]多少[人/个/位/个人/]|有几[个/人/位]|的人有多少");
  private static final List<String> ASKED = WordList.words("[有/][多少/几][个/位/名/]");
  private static final List<String> COUNTED_EN =
      List.of("how many", "number of", "count of", "size of the", "size of");

  private final Catalog catalog;
  private final UnaryOperator<String> fold;
  private final Set<String> taken;

  /**
   * @param taken words that stand for something else
   */
  SegmentWords(Catalog catalog, UnaryOperator<String> fold, Set<String> taken) {
    this.catalog = catalog;
    this.fold = fold;
    this.taken = Set.copyOf(taken);
  }

  /** Words for segments. */
  Map<String, ValueWord> names() {
    Map<String, ValueWord> names = new LinkedHashMap<>();
    for (Segment segment : catalog.segments()) {
      ValueWord meaning = new ValueWord(segment.name(), List.of("true"), false);
      own(segment)
          .filter(word -> !taken.contains(word))
          .forEach(w -> names.putIfAbsent(w, meaning));
      own(segment)
          .flatMap(word -> called(word).stream())
          .forEach(w -> names.putIfAbsent(w, meaning));
    }
    return names;
  }

  /** Words for segments that speak of what is in them. */
  Map<String, ValueWord> inside() {
    Map<String, ValueWord> names = new LinkedHashMap<>();
    for (Segment segment : catalog.segments()) {
      ValueWord meaning = new ValueWord(segment.name(), List.of("true"), false);
      own(segment)
          .filter(SegmentWords::isChinese)
          .flatMap(word -> INSIDE.stream().map(noun -> word + noun))
          .forEach(w -> names.putIfAbsent(w, meaning));
    }
    return names;
  }

  /** Words for how many belong to segments and groups. */
  Map<String, SegmentCount> counts() {
    Map<String, SegmentCount> counts = new LinkedHashMap<>();
    names()
        .forEach(
            (name, value) ->
                counted(name)
                    .forEach(
                        w ->
                            counts.putIfAbsent(
                                w, new SegmentCount(value.dimension(), value.codes()))));
    for (Dimension dimension : catalog.dimensions()) {
      if (dimension.source() instanceof Dimension.Membership) {
        dimension.values().forEach(value -> counted(dimension, value, counts));
      }
    }
    return counts;
  }

  private void counted(
      Dimension dimension, DimensionValue value, Map<String, SegmentCount> counts) {
    SegmentCount meaning = new SegmentCount(dimension.name(), List.of(value.code()));
    Stream.concat(Stream.of(value.label().zh(), value.label().en()), value.terms().all())
        .map(fold)
        .flatMap(word -> counted(word).stream())
        .forEach(w -> counts.putIfAbsent(w, meaning));
  }

  private Stream<String> own(Segment segment) {
    return Stream.concat(
            Stream.of(segment.label().zh(), segment.label().en()), segment.terms().all())
        .map(fold)
        .distinct();
  }

  private static List<String> called(String word) {
    List<String> words = new ArrayList<>();
    if (isChinese(word)) {
      CALLED.forEach(noun -> words.add(word + noun));
    } else {
      for (String noun : CALLED_EN) {
        words.add(word + " " + noun);
        words.add(noun + " of " + word);
      }
    }
    return words;
  }

  private static List<String> counted(String word) {
    List<String> words = new ArrayList<>();
    if (isChinese(word)) {
      COUNTED.forEach(how -> words.add(word + how));
      ASKED.forEach(how -> words.add(how + word));
    } else {
      COUNTED_EN.forEach(how -> words.add(how + " " + word));
    }
    return words;
  }

  private static boolean isChinese(String word) {
    return word.codePoints().anyMatch(Character::isIdeographic);
  }
}
