package io.mingshu.app.druid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshu.druid.http.DruidHttp;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What Druid does wrong or in its own way, and we go round. A test that fails here tells of another
 * behaviour: read docs/druid.md, and see whether the way round is still needed.
 */
@Tag("druid")
class DruidCanaryTest {
  private static final String FIRST_AND_NEXT_DAYS =
      " FROM (SELECT user_id, TIME_FLOOR(MIN(__time), 'P1D') AS d0 FROM events_wide GROUP BY 1) f"
          + " JOIN (SELECT user_id, TIME_FLOOR(__time, 'P1D') AS d FROM events_wide GROUP BY 1, 2) e"
          + " ON e.user_id = f.user_id AND e.d = TIMESTAMPADD(DAY, 1, f.d0)"
          + " GROUP BY f.d0";

  private static DruidHttp broker = DruidHttp.local(1);

  @BeforeAll
  static void connect() {
    broker = new DruidHttp(SharedDruid.get().broker());
  }

  /** A (user, day) is unique there, so that both should be equal. */
  @Test
  void exactDistinctCountsOverJoinsAreWrong() throws IOException {
    assertThat(sum("SELECT COUNT(DISTINCT f.user_id) AS n" + FIRST_AND_NEXT_DAYS))
        .isNotEqualTo(sum("SELECT COUNT(*) AS n" + FIRST_AND_NEXT_DAYS));
  }

  @Test
  void anEmptyCountBesideADistinctOneIsNull() throws IOException {
    var row =
        broker
            .sql(
                "SELECT COUNT(*) AS n, COUNT(DISTINCT user_id) AS d FROM users WHERE user_id = '-'")
            .path(0);

    assertThat(row.path("n").isNull()).isTrue();
  }

  private static long sum(String sql) throws IOException {
    long sum = 0;
    for (JsonNode row : broker.sql(sql)) {
      sum += row.path("n").asLong();
    }
    return sum;
  }
}
