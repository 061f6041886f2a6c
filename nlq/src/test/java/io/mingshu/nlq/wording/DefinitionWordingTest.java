package io.mingshu.nlq.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionWordingTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "gmv | 订单明细的 order_amount 之和，时间取 order_time"
            + " | sum of order_amount of order items, placed in time by order_time",
        "uv | 行为事件的 user_id 去重数，条件 event_type = 'view'，时间取 event_time"
            + " | distinct user_id of events, where event_type = 'view', placed in time by event_time",
        "conversion_rate | 支付买家数 ÷ 访客数 | buyers ÷ visitors",
        "net_revenue | 支付金额 − 退款金额 | paid amount − refund amount",
        "paid_orders | 订单明细的 order_id 去重数，条件 pay_time 有值，时间取 pay_time"
            + " | distinct order_id of order items, where pay_time is present, placed in time by pay_time",
        "mau | 每月访客数的平均 | mean of visitors per whole month",
        "repeat_buyers | 满足「支付订单数 ≥ 2」的用户个数 | number of users with paid orders ≥ 2",
        "new_buyers | 支付买家数中，历史上首次发生在本期的 | buyers whose first time ever is in the period",
        "cumulative_gmv | GMV从期初累计 | GMV, accumulated from the period's start",
      })
  void saysHowAMetricIsComputed(String metric, String zh, String en) {
    DefinitionWording wording = new DefinitionWording(Shop.CATALOG);

    assertThat(wording.of(Shop.CATALOG.metric(metric).orElseThrow()).zh()).isEqualTo(zh);
    assertThat(wording.of(Shop.CATALOG.metric(metric).orElseThrow()).en()).isEqualTo(en);
  }
}
