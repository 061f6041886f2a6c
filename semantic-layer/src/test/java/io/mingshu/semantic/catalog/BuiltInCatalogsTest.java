package io.mingshu.semantic.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.error.MingshuException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInCatalogsTest {
  @ParameterizedTest
  @ValueSource(strings = {"demo-shop", "online-retail", "taobao-behavior"})
  void isValidAndSpeaksBothLanguages(String name) {
    Catalog catalog = CatalogReader.builtIn(name);

    assertThat(catalog.name()).isEqualTo(name);
    assertThat(catalog.metrics())
        .allSatisfy(
            metric -> {
              assertThat(metric.description()).isNotEqualTo(metric.label());
              assertThat(metric.terms().all()).as(metric.name()).isNotEmpty();
            });
    assertThat(catalog.examples()).isNotEmpty();
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatThrownBy(() -> CatalogReader.builtIn("no-such-shop"))
        .isInstanceOf(MingshuException.class)
        .hasMessageContaining("no such built-in catalog");
    assertThatThrownBy(() -> CatalogReader.builtIn("../application"))
        .isInstanceOf(MingshuException.class);
  }
}
