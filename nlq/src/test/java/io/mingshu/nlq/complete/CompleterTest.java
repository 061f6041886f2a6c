package io.mingshu.nlq.complete;

import static io.mingshu.semantic.text.Language.EN;
import static io.mingshu.semantic.text.Language.ZH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.nlq.DemoShop;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.nlq.Question;
import io.mingshu.nlq.complete.Completion.Kind;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.text.Language;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words are finished as people type them. {@code |} is the caret; without one it is at the end. */
class CompleterTest {
  private static final Completer COMPLETER = new Completer(DemoShop.CATALOG);

  @ParameterizedTest
  @CsvSource({
    // A word in Chinese begins anywhere.
    "上个月浙, 上个月浙江",
    "上个月各省支付金, 上个月各省支付金额",
    "近, 近7天",
    "618期间数, 618期间数码",
    // As it sounds, whole or by its initials.
    "上个月zhejiang, 上个月浙江",
    "zhej, 浙江",
    "cq, 重庆",
    "chongqing, 重庆",
    "zfje, 支付金额",
    "zhifujin, 支付金额",
    "sgy, 上个月",
    "j7t, 近7天",
    "nvz, 女装",
    // As it looks: traditional, full-width, upper case.
    "上個月浙, 上個月浙江",
    "支付金額和退款金, 支付金額和退款金额",
    "ＧＭ, GMV",
    "gm, GMV",
    "上月　ＧＭ, 上月　GMV",
    // An English word gives the Chinese name.
    "上个月conv, 上个月转化率",
    "上个月 guangdong, 上个月 广东",
    // In the middle of a text.
    "浙|的GMV, 浙江的GMV",
    "浙|江的GMV, 浙江的GMV",
    "浙|江苏的GMV, 浙江江苏的GMV",
    "上个月|GMV, 上个月GMV",
  })
  void inChinese(String typed, String first) {
    assertThat(firstOf(typed, ZH)).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "conv, conversion rate",
    "top 5 provinces by conv, top 5 provinces by conversion rate",
    "paid am, paid amount",
    "refund, refund rate",
    "GMV for zhe, GMV for Zhejiang",
    "last mo, last month",
    "GMV by w, GMV by week",
    "GMV by PROV, GMV by province",
    "conv|ersion last month, conversion rate last month",
    "conv|ersion rate last month, conversion rate last month",
    "paid am| in Zhejiang, paid amount in Zhejiang",
    "double-1, Double 11",
    // Chinese in an English page stays Chinese.
    "浙, 浙江",
  })
  void inEnglish(String typed, String first) {
    assertThat(firstOf(typed, EN)).isEqualTo(first);
  }

  @Test
  void aLaterWordFindsAnEnglishName() {
    assertThat(labels("rate", EN)).contains("conversion rate", "repurchase rate");
  }

  @Test
  void howAChineseNameEndsFindsWhatIsMeasured() {
    assertThat(labels("金额", ZH)).contains("支付金额", "退款金额");
    assertThat(labels("额", ZH)).as("one character is too little").isEmpty();
  }

  @Test
  void chineseAskersSeeChineseNamesBeforeEnglishOnes() {
    assertThat(labels("conv", ZH)).startsWith("转化率", "下单转化率", "加购率", "conversion rate");
    assertThat(labels("zhejiang", ZH)).startsWith("浙江").endsWith("Zhejiang");
  }

  @Test
  void anEnglishTextIsCompletedInEnglishWhoeverAsks() {
    assertThat(firstOf("top 5 provinces by conv", ZH)).endsWith("by conversion rate");
    assertThat(labels("GMV gd", ZH)).as("GMV is Chinese, too").contains("广东");
  }

  @Test
  void englishAskersSeeNoPinyin() {
    assertThat(labels("zj", EN)).isEmpty();
    assertThat(labels("by", EN)).contains("by day").doesNotContain("本月");
  }

  @Test
  void theNearestComesFirst() {
    // Exact, prefix, within, and the example that begins so.
    assertThat(labels("转化率", ZH)).startsWith("转化率").contains("下单转化率");
    assertThat(labels("江浙", ZH)).containsExactly("江浙", "江浙沪");
  }

  @Test
  void withoutAMetricMetricsComeFirst() {
    assertThat(kinds("p", EN).get(0)).isEqualTo(Kind.METRIC);
    assertThat(kinds("用户", ZH).get(0)).isEqualTo(Kind.METRIC);
  }

  @Test
  void withAMetricWhatNarrowsItComesFirst() {
    assertThat(kinds("visitors last month by p", EN).get(0)).isEqualTo(Kind.DIMENSION);
    assertThat(kinds("GMV 用户", ZH).get(0)).isEqualTo(Kind.DIMENSION);
    assertThat(kinds("GMV l", EN).get(0)).isEqualTo(Kind.PERIOD);
  }

  @Test
  void onlyDimensionsThatTheMetricHasAreOffered() {
    assertThat(labels("按品", ZH)).contains("品类", "品牌");
    assertThat(labels("新增用户数按品", ZH)).as("users have no category").isEmpty();
    assertThat(labels("新增用户数 女", ZH)).contains("女").doesNotContain("女装");
    assertThat(labels("按品|看新增用户数", ZH)).as("said behind the caret").isEmpty();
    assertThat(labels("GMV和浏览量按页面", ZH)).as("GMV has no page").doesNotContain("页面");
  }

  @Test
  void personalDimensionsAreNeverOffered() {
    for (String typed : List.of("用户", "用户ID", "yhbh", "user ID", "user")) {
      for (Language language : Language.values()) {
        assertThat(COMPLETER.complete(typed, typed.length(), language, Completer.MOST))
            .extracting(Completion::insert)
            .doesNotContain("用户", "用户ID", "用户编号", "user", "users", "user ID");
      }
    }
  }

  @Test
  void whatCannotBeAskedIsNotOffered() {
    assertThat(labels("利", ZH)).doesNotContain("利润");
    assertThat(labels("profi", EN)).isEmpty();
  }

  @Test
  void aCompletionSaysWhatItMeans() {
    assertThat(first("支付金", ZH).description()).isEqualTo("按支付时间的支付金额之和，退款前");
    assertThat(first("成交总", ZH).description()).startsWith("GMV：按下单时间");
    assertThat(first("浙", ZH)).isEqualTo(new Completion("浙江", Kind.VALUE, "省份", 0, 1, "浙江"));
    assertThat(first("京津", ZH).description()).isEqualTo("省份：北京、天津、河北");
    assertThat(first("last mo", EN).description()).isEqualTo("the previous calendar month, whole");
    assertThat(first("双1", ZH).description()).isEqualTo("每年11月1日至11月11日");
    assertThat(first("conv", EN).description()).isEqualTo("Buyers divided by visitors");
  }

  @Test
  void anEmptyTextGetsTheExamples() {
    List<Completion> offered = COMPLETER.complete("  ", 1, EN, 3);

    assertThat(offered).hasSize(3).allMatch(c -> c.kind() == Kind.QUESTION);
    assertThat(offered.get(0).appliedTo("  ")).isEqualTo("Top 5 provinces by GMV last month");
  }

  @Test
  void aTextThatBeginsLikeAnExampleIsOfferedTheExample() {
    assertThat(labels("上个月各", ZH)).contains("上个月各省GMV前五");
    assertThat(labels("top 5", EN)).contains("Top 5 provinces by GMV last month");
    assertThat(labels("上个月各|渠道", ZH)).doesNotContain("上个月各省GMV前五");
  }

  @Test
  void everyPeriodThatIsOfferedIsUnderstood() {
    for (PeriodPhrases.Phrase phrase : PeriodPhrases.ALL) {
      phrase.terms().zh().forEach(zh -> isUnderstood(zh + "GMV"));
      phrase.terms().en().forEach(en -> isUnderstood("GMV " + en));
      isUnderstood(phrase.label().zh() + "GMV");
      isUnderstood("GMV " + phrase.label().en());
    }
  }

  /** In the middle of a month, so that every period has begun. */
  private static void isUnderstood(String question) {
    Instant june = Instant.parse("2026-06-17T02:00:00Z");
    assertThat(DemoShop.INTERPRETER.interpret(Question.of(question, june)))
        .as(question)
        .isInstanceOf(Understood.class);
  }

  @Test
  void nothingKnownGivesNothing() {
    assertThat(labels("麒麟", ZH)).isEmpty();
    assertThat(labels("上个月 ", ZH)).isEmpty();
    assertThat(labels("，。！", ZH)).isEmpty();
    assertThat(labels("xgmv", EN)).as("not inside of a word").isEmpty();
  }

  @Test
  void boundsAreKept() {
    String longest = "x".repeat(1_999) + "浙";
    assertThat(COMPLETER.complete(longest, 2_000, ZH, 1)).hasSize(1);
    assertThat(COMPLETER.complete("a", 1, EN, Completer.MOST)).hasSize(Completer.MOST);
    assertRefused(longest + "江", 0, 8);
    assertRefused("浙", 2, 8);
    assertRefused("浙", -1, 8);
    assertRefused("浙", 1, 0);
    assertRefused("浙", 1, 13);
  }

  private static void assertRefused(String text, int caret, int limit) {
    assertThatThrownBy(() -> COMPLETER.complete(text, caret, ZH, limit))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void otherCatalogsAreCompletedFromTheirOwnNames() {
    Completer retail = new Completer(CatalogReader.builtIn("online-retail"));

    assertThat(retail.complete("浙", 1, ZH, 8)).isEmpty();
    assertThat(retail.complete("Germ", 4, EN, 8))
        .extracting(Completion::insert)
        .contains("Germany");
  }

  private static String firstOf(String typed, Language language) {
    String text = typed.replace("|", "");
    List<Completion> offered = offered(typed, language);
    return offered.isEmpty() ? text : offered.get(0).appliedTo(text);
  }

  private static Completion first(String typed, Language language) {
    return offered(typed, language).get(0);
  }

  private static List<String> labels(String typed, Language language) {
    return offered(typed, language).stream().map(Completion::label).toList();
  }

  private static List<Kind> kinds(String typed, Language language) {
    return offered(typed, language).stream().map(Completion::kind).toList();
  }

  private static List<Completion> offered(String typed, Language language) {
    int caret = typed.indexOf('|');
    String text = typed.replace("|", "");
    return COMPLETER.complete(text, caret < 0 ? text.length() : caret, language, Completer.MOST);
  }
}
