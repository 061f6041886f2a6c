package io.mingshu.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellWidthTest {

  @Test
  void chineseTakesTwoColumnsLatinOne() {
    assertThat(CellWidth.of("GMV")).isEqualTo(3);
    assertThat(CellWidth.of("广东")).isEqualTo(4);
    assertThat(CellWidth.of("双11（大促）")).isEqualTo(12);
    assertThat(CellWidth.of("█▏–%")).isEqualTo(4);
  }

  @Test
  void paddingCountsColumns() {
    assertThat(CellWidth.left("广东", 6)).isEqualTo("广东  ");
    assertThat(CellWidth.right("12", 4)).isEqualTo("  12");
  }

  @Test
  void cuttingNeverSplitsACharacter() {
    assertThat(CellWidth.cut("内蒙古自治区", 7)).isEqualTo("内蒙古…");
    assertThat(CellWidth.of(CellWidth.cut("内蒙古自治区", 6))).isLessThanOrEqualTo(6);
    assertThat(CellWidth.cut("广东", 4)).isEqualTo("广东");
  }
}
