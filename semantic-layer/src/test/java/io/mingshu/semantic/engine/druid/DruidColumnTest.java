package io.mingshu.semantic.engine.druid;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.engine.Backend.ColumnType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DruidColumnTest {
  @ParameterizedTest
  @CsvSource({
    "pay_time, INSTANT, 0, pay_time__ms",
    "order_amount, DECIMAL, 2, order_amount__e2",
    "rate, DECIMAL, 12, rate__e12",
    "is_member, BOOLEAN, 0, is_member__bool",
    "birthday, DATE, 0, birthday__date"
  })
  void endingsSayWhatAColumnMeans(String name, ColumnType type, int scale, String stored) {
    DruidColumn column = new DruidColumn(name, type, scale);

    assertThat(column.stored()).isEqualTo(stored);
    assertThat(DruidColumn.ofStored(stored)).contains(column);
  }

  @ParameterizedTest
  @CsvSource({"city", "update", "__date", "user_id__theta"})
  void otherNamesHaveNone(String stored) {
    assertThat(DruidColumn.ofStored(stored)).isEmpty();
  }
}
