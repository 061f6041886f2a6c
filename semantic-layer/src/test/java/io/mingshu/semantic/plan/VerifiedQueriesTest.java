package io.mingshu.semantic.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogProblem;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VerifiedQueriesTest {
  @Test
  void aConfirmedQueryCanBeAnsweredFromTheCatalog() throws IOException {
    assertThat(VerifiedQueries.problems(with("{kind: metric, metrics: [gmv], grain: day}")))
        .isEmpty();
  }

  @Test
  void aFunnelOfTheCatalogIsConfirmedByItsName() {
    Catalog catalog =
        CatalogReader.check(
                "demo-shop.yaml",
                CatalogReader.builtInText("demo-shop")
                    + "verified:\n  - question: {zh: 人都去哪了}\n"
                    + "    query: {kind: funnel, funnel: purchase}\n")
            .catalog()
            .orElseThrow();

    assertThat(VerifiedQueries.problems(catalog)).isEmpty();
  }

  @Test
  void whatDoesNotGoTogetherIsAProblemOfTheFile() throws IOException {
    Catalog catalog = with("{kind: metric, metrics: [conversion], dimensions: [first_order]}");

    assertThat(VerifiedQueries.problems(catalog))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("invalid-query");
              assertThat(problem.file()).isEqualTo("corner-shop.yaml");
              assertThat(problem.message()).contains("has no dimension");
              assertThat(problem.suggestion().orElse("")).contains("province");
            })
        .extracting(CatalogProblem::line)
        .isEqualTo((int) yaml().lines().count() + 3);
    assertThatThrownBy(() -> VerifiedQueries.require(catalog))
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CATALOG_INVALID));
  }

  private static Catalog with(String query) throws IOException {
    String more = "verified:\n  - question: {zh: 业绩}\n    query: " + query + "\n";
    return CatalogReader.check("corner-shop.yaml", yaml() + more).catalog().orElseThrow();
  }

  private static String yaml() throws IOException {
    try (InputStream yaml =
        Objects.requireNonNull(CornerShop.class.getResourceAsStream("corner-shop.yaml"))) {
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
