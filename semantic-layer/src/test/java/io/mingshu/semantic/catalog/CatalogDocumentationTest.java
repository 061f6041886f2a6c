package io.mingshu.semantic.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogDocumentationTest {
  @ParameterizedTest
  @EnumSource
  void explainsEveryProblem(ProblemCode code) throws IOException {
    assertThat(Files.readString(Path.of("../docs/catalog.md"))).contains("| `" + code.id() + "` |");
  }
}
