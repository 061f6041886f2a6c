package io.mingshu.semantic.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CatalogCheckTest {
  @Test
  void reportsAllErrorsOfAFileAtOnceWithTheirPlaces() {
    List<CatalogProblem> problems = CatalogReader.check(file("ten-errors.yaml")).problems();

    assertThat(problems)
        .extracting(CatalogProblem::toString)
        .containsExactly(
            "ten-errors.yaml:3:12: unknown time zone 'Asia/Shangai' (did you mean"
                + " 'Asia/Shanghai'?) [bad-value]",
            "ten-errors.yaml:20:5: unknown key 'colums' (did you mean 'column'?) [unknown-key]",
            "ten-errors.yaml:26:51: unknown value of 'city' '广洲' (did you mean '广州'?)"
                + " [unknown-reference]",
            "ten-errors.yaml:31:11: unknown unit 'money' (one of currency, count, people, percent,"
                + " number) [bad-value]",
            "ten-errors.yaml:40:84: unknown time column of 'orders' 'payed_time' (did you mean"
                + " 'pay_time'?) [unknown-reference]",
            "ten-errors.yaml:41:11: the metric 'conversion' spans the facts orders, visits, which"
                + " share no dimension [no-shared-dimension]",
            "ten-errors.yaml:45:11: metrics are defined by each other: loop_a → loop_b → loop_a"
                + " [cycle]",
            "ten-errors.yaml:55:18: the word '访客数' already stands for the metric 'visitors'"
                + " (first in ten-errors.yaml, line 34; drop one, or list the word under"
                + " 'ambiguities') [ambiguous-alias]",
            "ten-errors.yaml:61:14: 'lower(status) = 'paid'' is no valid expression: lower is not"
                + " allowed here; an expression has names, constants, + - * /, comparisons, AND OR"
                + " NOT, IS NULL, IN, LIKE, CASE, COALESCE and NULLIF [bad-expression]",
            "ten-errors.yaml:66:20: '2026-02-30' is not a date, such as 2026-06-18 [bad-date]");
  }

  @Test
  void refusesABrokenCatalogWithItsProblems() {
    assertThatThrownBy(() -> CatalogReader.read(file("ten-errors.yaml")))
        .isInstanceOfSatisfying(
            MingshuException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.CATALOG_INVALID);
              assertThat(e.text().en()).contains("10 problem(s)").contains(":20:5: unknown key");
              assertThat(e.text().zh()).contains("10 处问题");
            });
  }

  static Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(
                  CatalogCheckTest.class.getClassLoader().getResource("catalogs/" + name))
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
