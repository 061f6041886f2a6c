package io.mingshu.seeds.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingshu.seeds.QueriesOverData;
import io.mingshu.seeds.dataset.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Analyses of behaviour over public data agree with what is known of these. They are not shipped:
 * {@code -Dbehaviour.data=FOLDER} names the folder that has them.
 */
@EnabledIfSystemProperty(named = "behaviour.data", matches = ".+")
class PublicBehaviourTest {
  private static final String NINE_DAYS =
      "'period':{'type':'between','from':'2017-11-25','to':'2017-12-03'}";

  @TempDir private Path folder;

  @Test
  void customersOfTheFirstMonthOfOnlineRetailComeBackAsPublished() {
    try (QueriesOverData retail =
        imported("online_retail/online_retail.csv.gz", "2011-12-10T10:00:00Z")) {
      String cohorts =
          "{'kind':'retention','cohorts':'first_ever','unit':'month','unfinished':%s,"
              + "'period':{'type':'between','from':'2010-12-01','to':'2010-12-31'}}";

      assertThat(retail.counts(cohorts.formatted(true), "retained_users"))
          .containsExactly(
              885L, 324L, 286L, 340L, 321L, 352L, 321L, 309L, 313L, 350L, 331L, 445L, 235L);
      assertThat(retail.counts(cohorts.formatted(false), "retained_users"))
          .as("without December 2011, of which the data have nine days")
          .hasSize(12)
          .endsWith(445L);
    }
  }

  @Test
  void peopleOfTaobaoComeBackTheNextDayAsCounted() {
    try (QueriesOverData taobao = taobao()) {
      List<Map<String, @Nullable Object>> rows =
          taobao.rows(
              "{'kind':'retention','cohorts':'first_in_period','unit':'day',"
                  + "'returns':[{'first':1,'last':1}],"
                  + NINE_DAYS
                  + "}");

      assertThat(rows.get(0)).containsEntry("cohort", LocalDate.of(2017, 11, 25));
      assertThat(QueriesOverData.number(rows.get(0), "rate").doubleValue())
          .isCloseTo(0.804, within(0.0005));
    }
  }

  /** Nine days are over before a window of ten is: it bounds nothing. */
  @Test
  void peopleOfTaobaoGetAsFarAsCounted() {
    try (QueriesOverData taobao = taobao()) {
      String funnel =
          "{'kind':'funnel','order':'%s','window':{'count':10,'unit':'day'},'steps':["
              + step("pv")
              + ","
              + step("cart','fav")
              + ","
              + step("buy")
              + "],"
              + NINE_DAYS
              + "}";

      assertThat(taobao.counts(funnel.formatted("ordered"), "users").get(2)).isEqualTo(503);
      assertThat(taobao.counts(funnel.formatted("any"), "users").get(2)).isEqualTo(558);
    }
  }

  private static String step(String types) {
    return "{'event':{'type':'in','dimension':'behavior_type','values':['" + types + "']}}";
  }

  /** Asked at the end of the nine days: a few stray rows lie after them. */
  private QueriesOverData taobao() {
    return imported("taobao/userbehavior_head.csv.gz", "2017-12-03T16:00:00Z");
  }

  private QueriesOverData imported(String file, String asOf) {
    Importer.importFile(
        new ImportSpec(
            Path.of(System.getProperty("behaviour.data"), file),
            Optional.empty(),
            folder,
            Optional.empty()),
        Progress.NONE);
    return new QueriesOverData(folder, Instant.parse(asOf));
  }
}
