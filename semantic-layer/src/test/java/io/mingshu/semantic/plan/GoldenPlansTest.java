package io.mingshu.semantic.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.plan.druid.DruidEngine;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import io.mingshu.semantic.plan.naive.NaiveShop;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A query and its SQL on each engine in one file, to be read in review; {@code
 * -Dgolden.update=true} writes the SQL anew.
 */
class GoldenPlansTest {
  private static final Path PLANS = Path.of("src/test/resources/io/mingshu/semantic/plan/golden");
  private static final Asking ASKING = Asking.at(Instant.parse("2026-04-20T02:00:00Z"));

  @TempDir private Path folder;

  @Test
  void plansAreTheReviewedOnes() throws IOException {
    List<Path> files;
    try (Stream<Path> plans = Files.list(PLANS)) {
      files = plans.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(5);
    try (DuckDbBackend backend = CornerShop.open(NaiveShop.random(1, 400), folder);
        DruidEngine druid = OnDruid.engine(backend)) {
      CatalogSemanticLayer onDuckDb =
          new CatalogSemanticLayer(CornerShop.catalog(), new DuckDbEngine(backend));
      CatalogSemanticLayer onDruid = new CatalogSemanticLayer(CornerShop.catalog(), druid);
      for (Path file : files) {
        String text = Files.readAllLines(file).get(0);
        SemanticQuery query = QueryJson.read(text);
        String planned =
            String.join(
                "\n\n",
                text,
                "== duckdb",
                onDuckDb.plan(query, ASKING).strip(),
                "== druid",
                onDruid.plan(query, ASKING).strip() + "\n");
        if (Boolean.getBoolean("golden.update")) {
          Files.writeString(file, planned);
        }
        assertThat(planned).as(file.toString()).isEqualTo(Files.readString(file));
      }
    }
  }
}
