package io.mingshu.nlq;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.nlq.Interpretation.Clarify;
import io.mingshu.nlq.Interpretation.Declined;
import io.mingshu.nlq.Interpretation.Origin;
import io.mingshu.nlq.Interpretation.Understood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A follow-up means what its question in full means; what may be one or not is asked back. */
class FollowUpTest {

  static Stream<String> conversations() throws IOException {
    return Files.readAllLines(Path.of("src", "test", "resources", "same", "follow-ups.txt"))
        .stream()
        .filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void meansItsQuestionInFull(String line) {
    String[] sides = line.split(" == ");
    Interpretation last = last(sides[0].split(" // "));
    Interpretation whole = DemoShop.ask(sides[1]);
    assertThat(last).isInstanceOf(Understood.class);
    assertThat(whole).isInstanceOf(Understood.class);
    assertThat(((Understood) last).query()).isEqualTo(((Understood) whole).query());
    assertThat(((Understood) last).origin()).isEqualTo(Origin.FOLLOW_UP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "上个月广东GMV // 近7天各渠道的UV",
        "上个月各省GMV前五 // 618期间各品类的支付金额",
        "GMV last month by category // show me the UV by device in May"
      })
  void aWholeQuestionBeginsAnew(String turns) {
    String[] said = turns.split(" // ");
    Understood last = (Understood) last(said);
    assertThat(last.origin()).isEqualTo(Origin.QUESTION);
    assertThat(last.query()).isEqualTo(((Understood) DemoShop.ask(said[said.length - 1])).query());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "上个月GMV // 订单数",
        "上个月广东GMV // 那上个月各渠道的UV呢",
        "上个月各省GMV // 按渠道",
        "6月和5月的GMV对比 // 那4月呢",
        "双11的GMV // 和去年比呢",
        "上个月广东的GMV // 不要广东",
        "上个月广东的GMV // 还有呢",
        "上个月广东的GMV // 比上个月多多少",
        "上个月各品类的支付金额占比 // 换成退款率",
        "上个月GMV // 这几个省的客单价",
        "上个月广东女性用户的GMV // 全国呢"
      })
  void whatMayMeanTwoThingsIsAskedBack(String turns) {
    assertThat(last(turns.split(" // "))).isInstanceOf(Clarify.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "上个月广东GMV // 好的谢谢",
        "上个月GMV // 为什么",
        "上个月GMV // 那毛利呢",
        "上个月GMV // 浙江的天气呢",
        "上个月GMV // 删掉数据",
        "GMV last month // why did it drop?",
        "GMV last month // and the profit?"
      })
  void whatIsNotInTheDataIsDeclined(String turns) {
    assertThat(last(turns.split(" // "))).isInstanceOf(Declined.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"浙江呢", "换成订单数", "这几个省的GMV", "这个省的客单价", "just the top 3", "撤销"})
  void withoutAnEarlierQuestionThereIsNothingToBuildOn(String question) {
    assertThat(DemoShop.ask(question)).isNotInstanceOf(Understood.class);
  }

  @Test
  void everyChoiceLeadsOn() {
    Conversation conversation = after("上个月各省GMV", Conversation.NEW);
    Clarify clarify = (Clarify) QuestionReport.ask("按渠道", conversation);
    assertThat(clarify.options()).hasSize(2);
    for (Interpretation.Option option : clarify.options()) {
      assertThat(QuestionReport.ask(option.question(), conversation.after(clarify)))
          .as(option.question())
          .isInstanceOf(Understood.class);
    }
  }

  @Test
  void whatWasDeclinedInBetweenIsAskedAbout() {
    Conversation conversation = after("上个月GMV", Conversation.NEW);
    conversation = after("那毛利呢", conversation);
    Clarify clarify = (Clarify) QuestionReport.ask("那浙江呢", conversation);
    assertThat(clarify.options()).hasSize(1);
    assertThat(QuestionReport.ask(clarify.options().get(0).question(), conversation))
        .isInstanceOf(Understood.class);
  }

  @Test
  void undoingGoesBackOneByOne() {
    Conversation conversation = Conversation.NEW;
    for (String turn : List.of("上个月GMV", "浙江的呢", "江苏的呢", "撤销", "undo")) {
      conversation = after(turn, conversation);
    }
    assertThat(conversation.answered()).hasSize(1);
    assertThat(QuestionReport.ask("撤销", conversation)).isInstanceOf(Clarify.class);
  }

  @Test
  void startingOverForgets() {
    Conversation conversation = after("上个月GMV", Conversation.NEW);
    conversation = after("重新来", conversation);
    assertThat(conversation).isEqualTo(Conversation.NEW);
  }

  private static Interpretation last(String... turns) {
    Conversation conversation = Conversation.NEW;
    for (int i = 0; i < turns.length - 1; i++) {
      conversation = after(turns[i], conversation);
    }
    return QuestionReport.ask(turns[turns.length - 1], conversation);
  }

  private static Conversation after(String turn, Conversation conversation) {
    return QuestionReport.after(conversation, QuestionReport.ask(turn, conversation));
  }
}
