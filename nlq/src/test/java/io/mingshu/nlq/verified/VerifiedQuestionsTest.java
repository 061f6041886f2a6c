package io.mingshu.nlq.verified;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.nlq.Conversation;
import io.mingshu.nlq.DemoShop;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpretation.Clarify;
import io.mingshu.nlq.Interpretation.Origin;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.nlq.Interpreter;
import io.mingshu.nlq.LearningShop;
import io.mingshu.nlq.Question;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Language;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedQuestionsTest {
  private static final Interpreter SHOP =
      LearningShop.interpreter(
          """
          verified:
            - question: {zh: 上个月流量是多少？, en: "How is business?"}
              query: {kind: metric, metrics: [uv], period: {type: previous, unit: month, back: 1}}
              by: Li Na
              note: {zh: 只看访客, en: visitors only}
            - question: {zh: 订单数}
              query: {kind: metric, metrics: [paid_orders]}
            - question: {zh: 大盘}
              query: {kind: metric, metrics: [gmv]}
            - question: {zh: 大盘？}
              query: {kind: metric, metrics: [uv]}
          """);

  private static final MetricQuery VISITORS =
      MetricQuery.of("uv").withPeriod(new Period.Previous(Grain.MONTH, 1));

  private static Interpretation ask(String question) {
    return SHOP.interpret(Question.of(question, DemoShop.AS_OF));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "上个月流量是多少？",
        "上个月流量是多少",
        "上个月流量",
        "上个月的流量呢",
        " 请问 上个月 的 流量 有多少?? ",
        "請問上個月的流量是多少",
        "帮我查一下上个月流量，谢谢",
        "How is business?",
        "how is  business",
        "Please tell me how is the business, thanks!"
      })
  void isFoundInOtherDress(String question) {
    assertThat(DemoShop.ask(question)).as("without it").isNotInstanceOf(Understood.class);
    assertThat(ask(question))
        .isInstanceOfSatisfying(
            Understood.class,
            read -> {
              assertThat(read.query()).isEqualTo(VISITORS);
              assertThat(read.origin()).isEqualTo(Origin.QUESTION);
              assertThat(read.notes())
                  .extracting(Note::code)
                  .containsExactly(Note.Code.VERIFIED_QUESTION);
            });
  }

  @Test
  void saysWhoHasConfirmedItAndHowItIsRead() {
    Understood read = (Understood) ask("上个月流量");

    assertThat(read.text().zh()).contains("访客数").contains("2026-06-01");
    assertThat(read.notes().get(0).text().zh()).isEqualTo("Li Na 已确认这个问题的理解：只看访客");
    assertThat(read.notes().get(0).text().en())
        .isEqualTo("Li Na has verified how this question is read: visitors only");
    assertThat(ask("How is business").language()).isEqualTo(Language.EN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "上个月各省流量",
        "上个月浙江流量是多少",
        "上上个月流量是多少",
        "上个月流量环比",
        "上个月流量是多少人",
        "How is business in May?",
        "How is our new business?"
      })
  void oneMoreWordIsAnotherQuestion(String question) {
    assertThat(ask(question)).isEqualTo(DemoShop.ask(question));
  }

  @Test
  void whatWasConfirmedInTwoWaysWasNotConfirmed() {
    assertThat(ask("大盘")).isEqualTo(DemoShop.ask("大盘"));
  }

  @Test
  void inAConversationAFollowUpStaysOne() {
    Conversation zhejiang =
        Conversation.NEW.after(
            Origin.QUESTION,
            new Conversation.Turn(((Understood) DemoShop.ask("上个月浙江的GMV")).query(), Map.of()));

    assertThat(SHOP.interpret(asked("订单数", Conversation.NEW)))
        .isInstanceOfSatisfying(
            Understood.class,
            read -> assertThat(read.query()).isEqualTo(MetricQuery.of("paid_orders")));
    assertThat(SHOP.interpret(asked("订单数", zhejiang))).isInstanceOf(Clarify.class);
    assertThat(SHOP.interpret(asked("上个月流量", zhejiang)))
        .isInstanceOfSatisfying(
            Understood.class, read -> assertThat(read.query()).isEqualTo(VISITORS));
  }

  private static Question asked(String text, Conversation conversation) {
    return new Question(text, DemoShop.AS_OF, Optional.empty(), conversation);
  }

  @Test
  void anAliasIsAWordLikeAnyOther() {
    Interpreter shop =
        LearningShop.interpreter(
            """
            aliases:
              - {terms: {zh: [水位], en: [water line]}, metric: gmv}
              - {terms: {zh: [羊城]}, dimension: province, value: 广东}
            """);

    assertThat(query(shop, "上个月羊城水位")).isEqualTo(((Understood) DemoShop.ask("上个月广东GMV")).query());
    assertThat(query(shop, "top 5 provinces by water line last month"))
        .isEqualTo(((Understood) DemoShop.ask("top 5 provinces by GMV last month")).query());
  }

  private static MetricQuery query(Interpreter shop, String question) {
    Interpretation read = shop.interpret(Question.of(question, DemoShop.AS_OF));
    assertThat(read).as(question).isInstanceOf(Understood.class);
    return (MetricQuery) ((Understood) read).query();
  }
}
