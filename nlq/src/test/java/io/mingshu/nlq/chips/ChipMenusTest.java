package io.mingshu.nlq.chips;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.nlq.DemoShop;
import io.mingshu.nlq.Interpretation;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.query.StickinessQuery;
import io.mingshu.semantic.text.Language;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chips of a query of each kind say and offer. */
class ChipMenusTest {
  private static final Filter VIEW = new Filter.In("event_type", List.of("view"), false);
  private static final Filter PAY = new Filter.In("event_type", List.of("pay"), false);

  private static final String DIMENSIONS = "按性别 | 按年龄段 | 按省份 | 按大区 | 按城市等级 | 按会员等级 | 按获客渠道 | ";
  private static final String SPLITS = "+ 加维度: " + DIMENSIONS + "按品类 | … 22\n";
  private static final String CONDITIONS =
      "+ 加条件: 性别为女性 | 性别为男性 | 性别为性别未知 | 城市等级为一线 | 城市等级为新一线 | 城市等级为二线"
          + " | 城市等级为三线及以下 | 会员等级为普通会员 | … 22\n";
  private static final String USUAL_DAYS =
      "默认近30天: 昨天 | 近7天 | 近30天 | 近90天 | 本周 | 上周 | 上个月 | 上上个月 | … 10\n";
  private static final String COMPARISONS = "+ 加对比: 环比（和上一期比） | 同比（和去年同期比） | 和 7 天前比\n";

  private static SemanticQuery asked(String question) {
    return ((Interpretation.Understood) DemoShop.ask(question)).query();
  }

  private static String menu(SemanticQuery query) {
    return Menus.shown(query, Language.ZH);
  }

  @Test
  void ofMetricsWithGroupsAConditionAndARanking() {
    String money = "支付金额 | 退款金额 | 净收入 | 优惠金额 | 折前金额 | 笔单价 | 客单价 | 退款率 | … 22\n";

    assertThat(menu(asked("上个月浙江GMV前三的渠道")))
        .isEqualTo(
            "GMV: "
                + money
                + "按渠道 ×: "
                + DIMENSIONS
                + "按品类 | … 22\n"
                + "上个月 ×: 昨天 | 近7天 | 近30天 | 近90天 | 本周 | 上周 | 上上个月 | 上季度 | … 9\n"
                + "省份为浙江 ×: 省份不是浙江 | 省份为广东 | 省份为江苏 | 省份为山东 | 省份为河南 | 省份为四川"
                + " | 省份为湖北 | 省份为湖南 | … 22\n"
                + "按GMV从高到低取前3名 ×: 按GMV从高到低取前5名 | 按GMV从高到低取前10名"
                + " | 按GMV从高到低取前20名 | 按GMV从低到高取前3名 | 按GMV从低到高取前5名"
                + " | 按GMV从低到高取前10名 | 按GMV从低到高取前20名\n"
                + "+ 加指标: "
                + money
                + SPLITS
                + CONDITIONS
                + "+ 按时间看: 按天 | 按周\n"
                + COMPARISONS
                + "+ 加占比: 占全部渠道的比例\n");
  }

  @Test
  void ofMetricsOverTimeWithAComparison() {
    assertThat(menu(asked("近30天每天的访客数环比")))
        .contains("按天 ×: 按周\n", "和上一期比 ×: 同比（和去年同期比） | 和 7 天前比\n", "访客数: 活跃用户数 | 日活 | 周活 | 月活 |")
        .doesNotContain("+ 按时间看", "+ 加对比");
  }

  @Test
  void ofSharesAndConditionsOnFigures() {
    assertThat(menu(asked("上个月各省GMV占比"))).contains("占全部省份的比例 ×: \n", "按省份: 按性别 |");
    assertThat(menu(asked("上个月GMV超过10万的省份")))
        .contains(
            "GMV > ¥100,000 ×: GMV ≥ ¥100,000 | GMV < ¥100,000 | GMV ≤ ¥100,000 | GMV ="
                + " ¥100,000\n");
  }

  @Test
  void ofAFunnel() {
    assertThat(menu(FunnelQuery.of(VIEW, PAY)))
        .isEqualTo(
            "浏览 → 支付: 购买漏斗\n"
                + "7天内完成: 30分钟内完成 | 1小时内完成 | 1天内完成 | 3天内完成 | 14天内完成"
                + " | 30天内完成 | 同一会话内\n"
                + "按顺序: 中间不隔其他行为 | 不分先后\n"
                + "每一步: 首尾转化 | 每步流失 | 流失人数最多的一步 | 流失率最高的一步"
                + " | 转化趋势（按天） | 转化趋势（按周） | 转化趋势（按月） | 每步的用时\n"
                + USUAL_DAYS
                + SPLITS
                + CONDITIONS
                + COMPARISONS);
  }

  @Test
  void ofAFunnelOfTheCatalogInOneSession() {
    SemanticQuery query =
        QueryJson.read(
            "{\"kind\":\"funnel\",\"funnel\":\"purchase\",\"sameSession\":true,"
                + "\"breakdown\":{\"dimension\":\"device\"}}");

    assertThat(menu(query)).startsWith("购买漏斗: \n同一会话内 ×: \n按顺序: ").contains("按设备 ×: 按性别 |");
  }

  @Test
  void ofRetention() {
    String events = "首次“浏览”的人 | 首次“搜索”的人 | 首次“收藏”的人 | 首次“加购”的人 | 首次“下单”的人 | 首次“支付”的人";

    assertThat(menu(RetentionQuery.of(Cohorts.SIGNUP, Grain.DAY)))
        .isEqualTo(
            "留存: 流失（没回来的人）\n"
                + "新注册的人: "
                + events
                + " | 首次“评论”的人 | 首次“分享”的人 | … 9\n"
                + "之后有“任何行为”: 之后有“浏览” | 之后有“搜索” | 之后有“收藏” | 之后有“加购” | 之后有“下单”"
                + " | 之后有“支付” | 之后有“评论” | 之后有“分享”\n"
                + "按天: 按周 | 按月\n"
                + "每一期: 第1天 | 第3天 | 第7天 | 第14天 | 第30天\n"
                + USUAL_DAYS
                + "+ 加维度: "
                + DIMENSIONS
                + "按时段 | … 22\n"
                + CONDITIONS);
    assertThat(menu(RetentionQuery.of(Cohorts.FIRST_IN_PERIOD, Grain.MONTH).together()))
        .contains("各组合并计算 ×: \n", "每一期: 第1月 | 第2月 | 第3月 | 第6月\n", COMPARISONS);
  }

  @Test
  void ofPaths() {
    assertThat(menu(PathQuery.of(PathQuery.Direction.FROM, "home")))
        .isEqualTo(
            "从首页出发的路径: 到首页的路径 | 从搜索结果页出发的路径 | 从分类页出发的路径 | 从活动页出发的路径"
                + " | 从直播间出发的路径 | 从短视频页出发的路径 | 从商品页出发的路径 | 从购物车页出发的路径 | … 2\n"
                + "最常走的路径: 逐页分流\n"
                + "前20条: 前5条 | 前10条 | 前50条\n"
                + USUAL_DAYS
                + SPLITS
                + CONDITIONS
                + COMPARISONS);
  }

  @Test
  void ofLifecyclesAndStickiness() {
    String events = "任何行为: 浏览 | 搜索 | 收藏 | 加购 | 下单 | 支付 | 评论 | 分享\n";

    assertThat(menu(LifecycleQuery.by(Grain.WEEK)))
        .isEqualTo(
            "用户生命周期（新、留存、回流、沉默）: \n按周: 按天 | 按月\n"
                + events
                + USUAL_DAYS
                + SPLITS
                + CONDITIONS
                + COMPARISONS);
    assertThat(menu(StickinessQuery.by(Grain.DAY)))
        .isEqualTo(
            "活跃次数的分布: \n按天: 按周 | 按月\n" + events + USUAL_DAYS + SPLITS + CONDITIONS + COMPARISONS);
  }

  @Test
  void ofConversions() {
    assertThat(menu(ConversionQuery.of(VIEW, PAY, 7)))
        .startsWith(
            """
            从浏览: 从搜索 | 从收藏 | 从加购 | 从下单 | 从支付 | 从评论 | 从分享
            到支付: 到浏览 | 到搜索 | 到收藏 | 到加购 | 到下单 | 到评论 | 到分享
            7天内 ×: 1天内 | 3天内 | 14天内 | 30天内
            """);
  }

  @Test
  void inEnglish() {
    assertThat(Menus.shown(FunnelQuery.of(VIEW, PAY), Language.EN))
        .startsWith(
            "view → pay: purchase funnel\n"
                + "within 7 days: within 30 minutes | within 1 hour | within 1 day | within 3 days"
                + " | within 14 days | within 30 days | in one session\n"
                + "in order: one right after the other | in any order\n");
  }

  static Stream<SemanticQuery> everyKind() {
    return Stream.of(
        asked("上个月浙江GMV前三的渠道"),
        asked("近30天每天的访客数环比"),
        asked("上个月GMV超过10万的省份"),
        FunnelQuery.of(VIEW, PAY),
        RetentionQuery.of(Cohorts.SIGNUP, Grain.DAY),
        PathQuery.of(PathQuery.Direction.FROM, "home"),
        LifecycleQuery.by(Grain.WEEK),
        StickinessQuery.by(Grain.DAY),
        ConversionQuery.of(VIEW, PAY, 7));
  }

  /** Also two steps from where one began: what is offered is as good as what was asked. */
  @ParameterizedTest
  @MethodSource("everyKind")
  void whatIsOfferedIsTakenByTheCatalogAndOffersMore(SemanticQuery query) {
    List<SemanticQuery> offered = offered(query).toList();

    assertThat(offered).hasSizeGreaterThan(20).doesNotContain(query);
    assertThat(offered)
        .allSatisfy(other -> assertThat(Menus.CHECK.problems(other)).as("%s", other).isEmpty());
    for (int i = 0; i < offered.size(); i += 16) {
      assertThat(offered(offered.get(i)))
          .isNotEmpty()
          .allSatisfy(other -> assertThat(Menus.CHECK.problems(other)).as("%s", other).isEmpty());
    }
  }

  private static Stream<SemanticQuery> offered(SemanticQuery query) {
    Chips chips = Menus.of(query);
    return Stream.concat(
        chips.chips().stream()
            .flatMap(
                chip ->
                    Stream.concat(
                        chip.without().stream(),
                        chip.alternatives().stream().map(Alternative::query))),
        chips.add().stream().flatMap(more -> more.alternatives().stream()).map(Alternative::query));
  }
}
