package io.mingshu.nlq;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.nlq.Interpretation.Span;
import io.mingshu.nlq.Interpretation.Understood;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However catalog words, grammar words and junk are mixed: nothing is dropped in silence. */
class NoSilentWordPropertyTest {
  private static final List<String> JUNK =
      List.of("火星", "翡翠", "qwxyz", "blorp", "鲸鱼", "zorgon", "77788", "麒麟座");

  private static final List<String> GRAMMAR =
      List.of(
          "上个月",
          "近7天",
          "的",
          "和",
          "各",
          "按",
          "最高的",
          "前五",
          "超过10万",
          "除了",
          "以外",
          "同比",
          "环比",
          "占比",
          "每天",
          "趋势",
          "分别",
          "一共",
          "last month",
          "by",
          "top 3",
          "excluding",
          "vs",
          "share of",
          "and",
          "not",
          "highest",
          "more than 5",
          "每个",
          "哪个",
          "比",
          "、",
          "有几个",
          "从高到低",
          "、",
          "6月",
          "2025年");

  @Provide
  Arbitrary<List<String>> known() {
    List<String> words = new ArrayList<>(GRAMMAR);
    DemoShop.CATALOG.metrics().forEach(m -> words.add(m.label().zh()));
    DemoShop.CATALOG.metrics().forEach(m -> words.add(m.label().en()));
    DemoShop.CATALOG.dimensions().forEach(d -> words.add(d.label().zh()));
    DemoShop.CATALOG.dimensions().stream()
        .flatMap(d -> d.values().stream().limit(4))
        .forEach(v -> words.add(v.label().zh()));
    return Arbitraries.of(words).list().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 600)
  void whatIsUnderstoodIsCoveredWhole(@ForAll("known") List<String> words) {
    String question = String.join(" ", words);
    isCoveredWhole(question, DemoShop.ask(question));
  }

  /** A follow-up takes over what it does not say, and drops nothing that it does. */
  @Property(tries = 600)
  void soAreFollowUps(
      @ForAll("before") String before,
      @ForAll("building") String building,
      @ForAll("known") List<String> words) {
    String question = building + String.join(" ", words);
    isCoveredWhole(question, QuestionReport.ask(question, answered(before)));
  }

  @Property(tries = 600)
  void junkIsNeverUnderstoodInFollowUps(
      @ForAll("before") String before,
      @ForAll("building") String building,
      @ForAll("known") List<String> words,
      @ForAll("junk") String junk) {
    List<String> mixed = new ArrayList<>(words);
    mixed.add(words.size() / 2, junk);
    String question = building + joined("", mixed);
    assertThat(QuestionReport.ask(question, answered(before)))
        .as(question)
        .isNotInstanceOf(Understood.class);
  }

  @Provide
  Arbitrary<String> before() {
    return Arbitraries.of("上个月GMV", "上个月各省GMV前五", "近7天每天广东的UV", "各品类的退款率，上个月");
  }

  @Provide
  Arbitrary<String> building() {
    return Arbitraries.of("", "那", "换成", "再看", "只看", "去掉", "加上", "这几个", "and ", "just ");
  }

  private static Conversation answered(String question) {
    return QuestionReport.after(Conversation.NEW, DemoShop.ask(question));
  }

  private static void isCoveredWhole(String question, Interpretation reading) {
    if (reading instanceof Understood understood) {
      boolean[] covered = new boolean[question.length()];
      for (Span span : understood.spans()) {
        assertThat(question.substring(span.start(), span.end())).isEqualTo(span.text());
        for (int i = span.start(); i < span.end(); i++) {
          assertThat(covered[i]).as("%s at %d once", question, i).isFalse();
          covered[i] = true;
        }
      }
      for (int i = 0; i < covered.length; i++) {
        if (Character.isLetterOrDigit(question.charAt(i))) {
          assertThat(covered[i]).as("%s at %d", question, i).isTrue();
        }
      }
    }
  }

  @Property(tries = 600)
  void junkIsNeverUnderstood(@ForAll("known") List<String> words, @ForAll("junk") String junk) {
    List<String> mixed = new ArrayList<>(words);
    mixed.add(words.size() / 2, junk);
    Stream.of(" ", "")
        .map(joint -> joined(joint, mixed))
        .forEach(
            question ->
                assertThat(DemoShop.ask(question)).as(question).isNotInstanceOf(Understood.class));
  }

  /** Two numbers stay two: 5 and 77788 would make a third one, which is no junk. */
  private static String joined(String joint, List<String> words) {
    StringBuilder joined = new StringBuilder();
    for (String word : words) {
      int length = joined.length();
      boolean digits =
          length > 0
              && Character.isDigit(joined.charAt(length - 1))
              && Character.isDigit(word.charAt(0));
      joined.append(length == 0 ? "" : digits ? " " : joint).append(word);
    }
    return joined.toString();
  }

  @Provide
  Arbitrary<String> junk() {
    return Arbitraries.of(JUNK);
  }

  @Property(tries = 500)
  void anyTextIsAnswered(@ForAll String text) {
    assertThat(DemoShop.ask(text)).isNotNull();
  }
}
