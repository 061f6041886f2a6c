package io.mingshu.nlq.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {
  private static final Normalizer NORMALIZER = new Normalizer();

  @ParameterizedTest
  @CsvSource({
    "２０２６年５月ＧＭＶ, 2026年5月gmv",
    "上個月的訂單數, 上个月的订单数",
    "UV　趋势, uv 趋势",
    "3月1日～15日, 3月1日~15日",
    "Women’s GMV, women's gmv"
  })
  void foldsWhatIsTypedInManyWaysIntoOne(String typed, String normal) {
    assertThat(NORMALIZER.normalize(typed).text()).isEqualTo(normal);
  }

  @Test
  void leadsBackToWhatWasTyped() {
    NormalText text = NORMALIZER.normalize("①月😀訂單");
    int order = text.text().indexOf("订单");
    assertThat(text.typed(order, order + 2)).isEqualTo("訂單");
    assertThat(text.originalStart(order)).isEqualTo("①月😀".length());
  }

  @Test
  void aCorrectedStretchKeepsItsPlace() {
    NormalText text = NORMALIZER.normalize("4月GVM多少").with(2, 5, "gmv");
    assertThat(text.text()).isEqualTo("4月gmv多少");
    assertThat(text.typed(2, 5)).isEqualTo("GVM");
    assertThat(text.typed(5, 7)).isEqualTo("多少");
  }
}
