package io.mingshu.nlq.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mingshu.nlq.DemoShop;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.nlq.Interpreter;
import io.mingshu.nlq.LearningShop;
import io.mingshu.nlq.Question;
import io.mingshu.nlq.learning.Feedback.Chose;
import io.mingshu.nlq.learning.Feedback.Right;
import io.mingshu.nlq.learning.Feedback.Wrong;
import io.mingshu.nlq.learning.Learned.Kind;
import io.mingshu.nlq.learning.Learned.Remark;
import io.mingshu.semantic.catalog.AliasTarget;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalsTest {
  private static final Period LAST_MONTH = new Period.Previous(Grain.MONTH, 1);

  private final List<Feedback> records = new ArrayList<>();

  private static final Interpreter PLAIN = LearningShop.interpreter("");
  private static final Proposals PROPOSALS = new Proposals(DemoShop.CATALOG, PLAIN);

  private Learned learned(String... rejected) {
    return PROPOSALS.of(records, Set.of(rejected));
  }

  private ProposalsTest said(String question, Feedback.Said said) {
    String trace = "t" + records.size();
    records.add(new Feedback(DemoShop.AS_OF, trace, question, DemoShop.AS_OF, said));
    return this;
  }

  private ProposalsTest meant(String question, String meant) {
    return said(question, new Wrong(Optional.of(meant), answered(question)));
  }

  private ProposalsTest right(String question) {
    return said(question, new Right(answered(question).orElseThrow()));
  }

  private static Optional<SemanticQuery> answered(String question) {
    return PLAIN.interpret(Question.of(question, DemoShop.AS_OF)) instanceof Understood understood
        ? Optional.of(understood.query())
        : Optional.empty();
  }

  @ParameterizedTest(name = "{0}, meant: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          上个月的水位 | 上个月的GMV | 水位
          上个月的水位 | GMV | 水位
          上个月各省的水位前五 | 各省上个月成交额前五 | 水位
          上个月各省进货量 | 上个月各省GMV | 进货量
          turnaround by province last month | GMV by province last month | turnaround
          what was the water line last week | GMV | water line
          """)
  void aWordThatStandsInThePlaceOfANameIsProposedAsOne(String question, String meant, String word) {
    Learned learned = meant(question, meant).learned();

    assertThat(learned.proposals())
        .singleElement()
        .satisfies(
            proposal -> {
              Proposal.Alias alias = (Proposal.Alias) proposal.content();
              assertThat(alias.word()).isEqualTo(word);
              assertThat(alias.target()).isEqualTo(new AliasTarget.OfMetric("gmv"));
              assertThat(proposal.questions()).containsExactly(question);
            });
    assertThat(learned.remarks()).isEmpty();
  }

  @Test
  void aWordForAValueIsProposedToo() {
    assertThat(meant("上个月羊城GMV", "上个月广东GMV").learned().proposals())
        .extracting(Proposal::content)
        .containsExactly(
            new Proposal.Alias("羊城", Language.ZH, new AliasTarget.OfValue("province", "广东")));
  }

  @Test
  void theMoreOftenSaidComesFirstAndIdsAreTheSameEveryTime() {
    meant("上个月的水位", "GMV").meant("昨天各渠道的水位", "昨天各渠道GMV").right("上个月GMV");
    List<Proposal> proposals = learned().proposals();

    assertThat(proposals).extracting(Proposal::said).containsExactly(2, 1);
    assertThat(proposals.get(0).questions()).containsExactly("上个月的水位", "昨天各渠道的水位");
    assertThat(proposals).extracting(Proposal::id).containsExactly("a-faf227f8", "v-63a92588");
    assertThat(learned()).isEqualTo(learned());
  }

  @Test
  void aWordForTwoThingsIsNotProposedUntilOneIsRejected() {
    meant("上个月的水位", "上个月的GMV").meant("上周的水位", "上周的访客数");
    Learned learned = learned();

    assertThat(learned.proposals()).isEmpty();
    assertThat(learned.conflicts())
        .singleElement()
        .satisfies(
            conflict -> {
              assertThat(conflict.subject()).isEqualTo("水位");
              assertThat(conflict.readings()).hasSize(2);
            });
    String gmv = learned.conflicts().get(0).readings().get(0).id();
    assertThat(learned(gmv).proposals())
        .extracting(Proposal::content)
        .containsExactly(new Proposal.Alias("水位", Language.ZH, new AliasTarget.OfMetric("uv")));
    assertThat(learned(gmv).conflicts()).isEmpty();
  }

  @Test
  void anAnswerThatWasRightIsProposedAsVerified() {
    assertThat(right("上个月GMV是多少？").right("请问上个月的GMV").learned().proposals())
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.said()).isEqualTo(2);
              assertThat(proposal.content())
                  .isEqualTo(
                      new Proposal.Verified(
                          "上个月GMV是多少？", Language.ZH, MetricQuery.of("gmv").withPeriod(LAST_MONTH)));
            });
  }

  @ParameterizedTest
  @CsvSource({"6月的GMV", "6月1日到6月5日的GMV", "GMV in June"})
  void datesThatComeFromTheDayOfAskingAreNotConfirmedForever(String question) {
    Learned learned = right(question).learned();

    assertThat(learned.proposals()).isEmpty();
    assertThat(learned.remarks()).isEmpty();
  }

  @Test
  void datesThatTheQuestionNamesAre() {
    assertThat(right("2026年6月的GMV").learned().proposals()).hasSize(1);
    assertThat(meant("上个月卖得怎样", "2026年6月GMV").learned().remarks())
        .extracting(Remark::kind)
        .containsExactly(Kind.DATES);
  }

  @Test
  void aFollowUpThatWasRightSaysNothingAboutItsWords() {
    MetricQuery zhejiang = MetricQuery.of("gmv").withPeriod(LAST_MONTH);

    assertThat(said("浙江呢", new Right(zhejiang)).said("GMV", new Right(zhejiang)).learned())
        .isEqualTo(new Learned(List.of(), List.of(), List.of()));
  }

  @Test
  void whatWasMeantBecomesTheReadingOfWhatWasAsked() {
    assertThat(meant("上个月卖得怎样", "上个月各省支付金额").learned().proposals())
        .extracting(Proposal::content)
        .containsExactly(
            new Proposal.Verified(
                "上个月卖得怎样",
                Language.ZH,
                MetricQuery.of("paid_amount")
                    .withDimensions(List.of("province"))
                    .withPeriod(LAST_MONTH)));
  }

  @Test
  void theWordOfAnAmbiguityGetsNoSecondMeaningButItsQuestionAReading() {
    Learned learned = said("上个月流量是多少", new Chose("上个月访客数是多少")).learned();

    assertThat(learned.remarks())
        .containsExactly(new Remark(Kind.AMBIGUITY, "流量", Optional.of("访客数"), 1));
    assertThat(learned.proposals())
        .extracting(Proposal::content)
        .containsExactly(
            new Proposal.Verified(
                "上个月流量是多少", Language.ZH, MetricQuery.of("uv").withPeriod(LAST_MONTH)));
  }

  @Test
  void oneOfTheValuesOfALooseWordIsNotItsMeaning() {
    Learned learned = said("长三角上个月GMV", new Chose("江苏上个月GMV")).learned();

    assertThat(learned.proposals()).isEmpty();
    assertThat(learned.remarks())
        .containsExactly(new Remark(Kind.AMBIGUITY, "长三角", Optional.of("江苏"), 1));
  }

  @Test
  void aMetricThatWasLeftOutIsAnotherEachTime() {
    assertThat(said("上个月各省的", new Chose("上个月各省GMV")).learned())
        .isEqualTo(new Learned(List.of(), List.of(), List.of()));
  }

  @Test
  void whatCannotBeMadeUseOfIsShownToTheOwner() {
    meant("上个月卖得怎样", "随便看看").meant("上个月的生意和人气", "GMV");
    said("上个月GMV", new Wrong(Optional.empty(), answered("上个月GMV")));
    meant("上个月的囧", "上个月的GMV").meant("浙江呢", "上个月浙江的GMV");

    Learned learned = learned();
    assertThat(learned.proposals()).isEmpty();
    assertThat(learned.remarks())
        .containsExactlyInAnyOrder(
            new Remark(Kind.OPEN, "上个月卖得怎样", Optional.of("随便看看"), 1),
            new Remark(Kind.OPEN, "上个月的生意和人气", Optional.of("GMV"), 1),
            new Remark(Kind.OPEN, "上个月GMV", Optional.empty(), 1),
            new Remark(Kind.OPEN, "浙江呢", Optional.of("上个月浙江的GMV"), 1),
            new Remark(Kind.SHORT_WORD, "囧", Optional.of("GMV"), 1));
  }

  @Test
  void theLastWordAboutAnAnswerCounts() {
    right("上个月GMV");
    records.add(
        new Feedback(
            DemoShop.AS_OF,
            "t0",
            "上个月GMV",
            DemoShop.AS_OF,
            new Wrong(Optional.of("上个月支付金额"), answered("上个月GMV"))));

    assertThat(learned().conflicts()).isEmpty();
    assertThat(learned().proposals())
        .extracting(p -> ((Proposal.Verified) p.content()).query())
        .containsExactly(MetricQuery.of("paid_amount").withPeriod(LAST_MONTH));
  }

  @Test
  void whatTheCatalogHasByNowIsNotProposedAgain() {
    meant("上个月的水位", "上个月的GMV").right("上个月GMV").said("上个月流量", new Chose("上个月访客数"));

    String accepted =
        """
        aliases:
          - {terms: {zh: [水位]}, metric: gmv}
        verified:
          - question: {zh: 上个月GMV}
            query: {kind: metric, metrics: [gmv], period: {type: previous, unit: month, back: 1}}
          - question: {zh: 上个月流量}
            query: {kind: metric, metrics: [uv], period: {type: previous, unit: month, back: 1}}
        """;
    Proposals after =
        new Proposals(LearningShop.catalog(accepted), LearningShop.interpreter(accepted));
    assertThat(after.of(records, Set.of())).isEqualTo(new Learned(List.of(), List.of(), List.of()));
  }

  @Test
  void recordsHaveAJsonForm() throws JsonProcessingException {
    right("上个月GMV").meant("上个月的水位", "GMV").said("流量", new Chose("访客数"));

    for (Feedback record : records) {
      String json = QueryJson.mapper().writeValueAsString(record);
      assertThat(QueryJson.mapper().readValue(json, Feedback.class)).isEqualTo(record);
    }
  }
}
