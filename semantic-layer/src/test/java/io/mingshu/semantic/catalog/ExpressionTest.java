package io.mingshu.semantic.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "order_amount",
        "Quantity * UnitPrice",
        "order_amount + discount_amount",
        "-refund_amount / 2.5",
        "event_type = 'view' AND category IS NOT NULL",
        "InvoiceNo NOT LIKE 'C%' AND CustomerID IS NOT NULL AND UnitPrice > 0",
        "province IN ('广东', '浙江') OR NOT (city_tier NOT IN ('一线'))",
        "CASE WHEN quantity > 1 THEN 'many' ELSE 'one' END",
        "COALESCE(category, '无') <> NULLIF(brand, '')",
        "\"Order Date\" IS NULL",
        "单价 >= 0",
        "variant",
        "\"timestamp\" IS NOT NULL",
        "TRUE"
      })
  void readsWhatItsLanguageHas(String text) {
    assertThat(Expression.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "order_amount +",
        "a; DROP TABLE users",
        "(SELECT 1)",
        "user_id IN (SELECT user_id FROM users)",
        "EXISTS (SELECT 1)",
        "read_csv('/etc/passwd')",
        "SUM(order_amount)",
        "COUNT(*)",
        "COALESCE(lower(a), 'x')",
        "a || b",
        "a BETWEEN 1 AND 2",
        "CAST(a AS INTEGER)",
        "order_time < CURRENT_TIMESTAMP",
        "users.province = '广东'",
        "SUM(x) OVER ()",
        "INTERVAL '1' DAY",
        "DATE '2026-01-01'",
        "?",
        "a SIMILAR TO 'b'",
        "a LIKE 'b' ESCAPE 'c'",
        "ROW(1, 2)",
        "ARRAY[1]",
        "*"
      })
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> Expression.parse(text)).isInstanceOf(Expression.Malformed.class);
  }

  @Test
  void refusesToNestDeeply() {
    String deep = "(".repeat(500) + "1" + ")".repeat(500);

    assertThatThrownBy(() -> Expression.parse(deep)).hasMessageContaining("nested");
  }

  @Test
  void namesTheColumnsItUses() {
    assertThat(Expression.parse("Quantity * UnitPrice + COALESCE(\"Gift Wrap\", 0)").identifiers())
        .containsExactlyInAnyOrder("Quantity", "UnitPrice", "Gift Wrap");
  }

  @Test
  void tellsConditionsFromValues() {
    assertThat(Expression.parse("a > 1 AND b IS NULL").isCondition()).isTrue();
    assertThat(Expression.parse("a + 1").isCondition()).isFalse();
    assertThat(Expression.parse("is_member").isCondition()).isFalse();
    assertThat(Expression.parse("is_member").isName()).isTrue();
  }
}
