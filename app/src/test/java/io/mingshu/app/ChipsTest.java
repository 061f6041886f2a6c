package io.mingshu.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.app.eval.EvalQuestion;
import io.mingshu.app.eval.QuestionSet;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.answer.ChipsShown;
import io.mingshu.gateway.answer.ChipsShown.AlternativeShown;
import io.mingshu.nlq.Conversation;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Question;
import io.mingshu.nlq.chips.Part;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.ReturnStretch;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.query.StickinessQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is offered in the place of a part can be asked, and is something else. */
class ChipsTest {
  private static final Path PUBLIC = Path.of("../benchmarks/questions/public.jsonl");
  private static final Path BEHAVIOUR = Path.of("../benchmarks/questions/behaviour.jsonl");
  private static final Instant NOW = OffsetDateTime.parse(TinyShop.AS_OF).toInstant();
  private static final int MOST = 30;

  private static Answering answering() {
    return OpenShop.answering();
  }

  @Test
  void whatIsOfferedIsAnotherQueryThatCanBeAsked() {
    Set<SemanticQuery> queries = queries();
    assertThat(queries).hasSizeGreaterThan(200);
    assertThat(queries.stream().map(Object::getClass).distinct()).hasSize(7);
    for (SemanticQuery query : queries) {
      Text reading = answering().reading(query, NOW);
      List<AlternativeShown> offered = new ArrayList<>();
      for (Language language : Language.values()) {
        ChipsShown shown = answering().chips(query, NOW, language);
        if (language == Language.ZH) {
          offered.addAll(offered(shown));
        }
        assertThat(shown.chips()).as(reading.zh()).isNotEmpty();
        assertThat(shown.chips()).extracting(ChipsShown.ChipShown::id).doesNotHaveDuplicates();
        assertThat(shown.chips())
            .extracting(ChipsShown.ChipShown::label)
            .noneMatch(String::isBlank);
        assertThat(shown.add())
            .extracting(ChipsShown.AdditionShown::label)
            .noneMatch(String::isBlank);
        shown
            .chips()
            .forEach(chip -> assertThat(chip.alternatives()).hasSizeLessThanOrEqualTo(MOST));
        shown.add().forEach(one -> assertThat(one.alternatives()).hasSizeBetween(1, MOST));
      }
      for (AlternativeShown one : offered) {
        assertThat(one.label()).isNotBlank();
        assertThat(answering().layer().validate(one.query()))
            .as(reading.zh() + " → " + one.label())
            .isEmpty();
        assertThat(answering().reading(one.query(), NOW))
            .as(reading.zh() + " → " + one.label())
            .isNotEqualTo(reading);
      }
    }
  }

  private static List<AlternativeShown> offered(ChipsShown shown) {
    List<AlternativeShown> all = new ArrayList<>();
    shown.chips().forEach(chip -> all.addAll(chip.alternatives()));
    shown
        .chips()
        .forEach(
            chip -> chip.without().ifPresent(q -> all.add(new AlternativeShown("without", q))));
    shown.add().forEach(one -> all.addAll(one.alternatives()));
    return all;
  }

  /** What the questions of the public set ask for, follow-ups with their conversations. */
  private static Set<SemanticQuery> queries() {
    Set<SemanticQuery> queries = new LinkedHashSet<>();
    List<EvalQuestion> questions = new ArrayList<>(QuestionSet.read(PUBLIC).questions());
    questions.addAll(QuestionSet.read(BEHAVIOUR).questions());
    for (EvalQuestion question : questions) {
      Conversation conversation = Conversation.NEW;
      List<String> turns = new ArrayList<>(question.turns());
      turns.add(question.question());
      for (String turn : turns) {
        Interpretation read =
            answering()
                .interpreter()
                .interpret(new Question(turn, NOW, Optional.empty(), conversation));
        if (read instanceof Interpretation.Understood understood
            && answering().layer().validate(understood.query()).isEmpty()) {
          queries.add(understood.query());
          conversation =
              conversation.after(
                  understood.origin(), new Conversation.Turn(understood.query(), Map.of()));
        }
      }
    }
    Filter view = new Filter.In("event_type", List.of("view"), false);
    Filter pay = new Filter.In("event_type", List.of("pay"), false);
    queries.add(PathQuery.of(PathQuery.Direction.FROM, "home"));
    queries.add(PathQuery.of(PathQuery.Direction.TO, "home"));
    queries.add(LifecycleQuery.by(Grain.WEEK));
    queries.add(StickinessQuery.by(Grain.DAY));
    queries.add(ConversionQuery.of(view, pay, 7));
    queries.add(FunnelQuery.of(view, pay));
    queries.add(RetentionQuery.of(RetentionQuery.Cohorts.FIRST_IN_PERIOD, Grain.MONTH).together());
    queries.add(thoseOfMay(new ReturnStretch.After(7, Grain.DAY)));
    queries.add(thoseOfMay(new ReturnStretch.During(new Period.Last(7, Grain.DAY, false))));
    return queries;
  }

  private static RetentionQuery thoseOfMay(ReturnStretch stretch) {
    return RetentionQuery.of(RetentionQuery.Cohorts.EACH_INTERVAL, Grain.DAY)
        .change()
        .period(Optional.of(new Period.Previous(Grain.MONTH, 2)))
        .query()
        .within(stretch);
  }

  @Test
  void onlyStretchesOfTimeThatFollowAndAreOverAreOffered() {
    SemanticQuery query = thoseOfMay(new ReturnStretch.After(7, Grain.DAY));

    assertThat(labels(answering().chips(query, NOW, Language.ZH), "returns"))
        .contains("之后30天", "近7天")
        .doesNotContain("之后7天", "之后90天");
    assertThat(labels(answering().chips(query, NOW, Language.ZH), "period"))
        .doesNotContain("近30天", "上个月", "昨天");
  }

  @Test
  void partsComeInTheOrderOfTheReading() {
    ChipsShown shown = chips("上个月浙江GMV前三的渠道", Language.ZH);

    assertThat(shown.chips())
        .extracting(ChipsShown.ChipShown::label)
        .containsExactly("GMV", "按渠道", "上个月", "省份为浙江", "按GMV从高到低取前3名");
  }

  @Test
  void metricsOfTheSameKindComeFirst() {
    assertThat(labels(chips("上个月各省的GMV", Language.ZH), "metric:gmv")).contains("支付金额", "订单数");
  }

  @Test
  void periodsThatPeopleLookAtAreOffered() {
    assertThat(labels(chips("昨天的GMV", Language.ZH), "period"))
        .contains("近7天", "近30天", "上个月", "上季度")
        .doesNotContain("昨天")
        // On the first of a month there are no days of it yet.
        .doesNotContain("本月");
    assertThat(labels(chips("GMV yesterday", Language.EN), "period"))
        .contains("past 7 days", "last month");
  }

  @Test
  void anotherValueOrTheOppositeTakesAConditionsPlace() {
    ChipsShown shown = chips("上个月浙江的GMV", Language.ZH);

    assertThat(labels(shown, "filter:0")).contains("省份不是浙江", "省份为广东");
    SemanticQuery without = chip(shown, "filter:0").without().orElseThrow();
    assertThat(((MetricQuery) without).filter()).isEmpty();
  }

  @Test
  void whatDependsOnAPartGoesWithIt() {
    ChipsShown shown = chips("上个月GMV前五的省份", Language.ZH);
    MetricQuery without = (MetricQuery) chip(shown, "dimension:province").without().orElseThrow();

    assertThat(without.dimensions()).isEmpty();
    assertThat(without.ranking()).isEmpty();
  }

  @Test
  void aGrainIsOfferedWhereThereIsMoreThanOneBucket() {
    assertThat(added(chips("上个月的GMV", Language.ZH), Part.GRAIN))
        .contains("按天", "按周")
        .doesNotContain("按月");
    assertThat(added(chips("昨天的GMV", Language.ZH), Part.GRAIN)).containsExactly("按小时");
  }

  @Test
  void analysesHaveChipsOfTheirOwn() {
    ChipsShown funnel = chips("近30天 浏览→加购→下单→支付 漏斗，每一步多少用户", Language.ZH);
    assertThat(labels(funnel, "window")).contains("1天内完成");
    assertThat(labels(funnel, "kind")).contains("每步流失", "转化趋势（按周）");
    assertThat(added(funnel, Part.DIMENSION)).contains("按会员等级");
    ChipsShown retention =
        answering()
            .chips(RetentionQuery.of(RetentionQuery.Cohorts.SIGNUP, Grain.DAY), NOW, Language.ZH);
    assertThat(labels(retention, "returns")).contains("第7天");
    assertThat(labels(retention, "grain")).contains("按周", "按月");
    assertThat(labels(retention, "cohort")).contains("首次“支付”的人");
    ChipsShown path =
        answering().chips(PathQuery.of(PathQuery.Direction.FROM, "home"), NOW, Language.EN);
    assertThat(labels(path, "page")).hasSizeGreaterThan(2);
  }

  private static ChipsShown chips(String question, Language language) {
    Interpretation read =
        answering()
            .interpreter()
            .interpret(new Question(question, NOW, Optional.of(language), Conversation.NEW));
    assertThat(read).as(question).isInstanceOf(Interpretation.Understood.class);
    return answering().chips(((Interpretation.Understood) read).query(), NOW, language);
  }

  private static ChipsShown.ChipShown chip(ChipsShown shown, String id) {
    return shown.chips().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> labels(ChipsShown shown, String id) {
    return chip(shown, id).alternatives().stream().map(AlternativeShown::label).toList();
  }

  private static List<String> added(ChipsShown shown, Part part) {
    return shown.add().stream()
        .filter(one -> one.part() == part)
        .flatMap(one -> one.alternatives().stream())
        .map(AlternativeShown::label)
        .toList();
  }
}
