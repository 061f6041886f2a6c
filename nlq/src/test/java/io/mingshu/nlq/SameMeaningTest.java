package io.mingshu.nlq;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.semantic.query.SemanticQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said differently but means the same is one query; what means less is another. */
class SameMeaningTest {
  private static final Path SAME = Path.of("src", "test", "resources", "same");

  private static final List<String> PERIODS = List.of("上个月", "近7天", "今年", "618期间", "去年12月");
  private static final List<String> METRICS = List.of("GMV", "支付金额", "订单数", "笔单价", "退款率");
  private static final List<String> FILTERS =
      List.of(
          "广东", "女性用户", "直播渠道", "女装", "88VIP", "安卓端", "一线城市", "首单", "周末", "非直播渠道", "除广东外",
          "Lunaria");

  static Stream<List<String>> wordings() throws IOException {
    return Stream.of("twins.txt", "paraphrases.txt")
        .flatMap(
            name -> {
              try {
                return Files.readAllLines(SAME.resolve(name)).stream();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            })
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split(" \\| ")));
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void wordingsOfOneMeaningMakeOneQuery(List<String> wordings) {
    Optional<SemanticQuery> first = query(wordings.get(0));
    assertThat(first).as(wordings.get(0)).isPresent();
    assertThat(wordings).allSatisfy(w -> assertThat(query(w)).as(w).isEqualTo(first));
  }

  @Test
  void theOrderOfIndependentPhrasesDoesNotMatter() {
    for (String period : PERIODS) {
      for (String filter : FILTERS) {
        for (String metric : METRICS) {
          Optional<SemanticQuery> plain = query(period + filter + "的" + metric);
          for (String shuffled : orders(period, filter, metric)) {
            Optional<SemanticQuery> read = query(shuffled);
            assertThat(read.isEmpty() || read.equals(plain)).as(shuffled).isTrue();
          }
        }
      }
    }
  }

  private static List<String> orders(String a, String b, String c) {
    List<String> orders = new ArrayList<>();
    for (String joint : List.of("", "，", " ")) {
      orders.add(a + joint + b + joint + c);
      orders.add(b + joint + a + joint + c);
      orders.add(c + joint + a + joint + b);
      orders.add(c + joint + b + joint + a);
    }
    return orders;
  }

  @Test
  void withoutItsFilterAQuestionIsAnother() {
    for (String period : PERIODS) {
      for (String metric : METRICS) {
        Optional<SemanticQuery> whole = query(period + metric);
        for (String filter : FILTERS) {
          assertThat(query(period + filter + metric))
              .as(period + filter + metric)
              .isNotEqualTo(whole);
        }
      }
    }
  }

  @Test
  void oneMoreUnknownWordAnywhereStopsTheAnswer() {
    List<String> parts = List.of("上个月", "广东", "女装", "的", "GMV", "环比");
    for (int at = 0; at <= parts.size(); at++) {
      for (String junk : List.of("麒麟", "blorp", "旬", "每人", "首次", "连续", "至少", "不", "没", "更多", "均")) {
        List<String> mixed = new ArrayList<>(parts);
        mixed.add(at, junk);
        String question = String.join("", mixed);
        assertThat(query(question)).as(question).isEmpty();
      }
    }
  }

  private static Optional<SemanticQuery> query(String question) {
    return DemoShop.ask(question) instanceof Understood understood
        ? Optional.of(understood.query())
        : Optional.empty();
  }
}
