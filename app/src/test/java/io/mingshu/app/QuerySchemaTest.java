package io.mingshu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mingshu.app.eval.EvalQuestion;
import io.mingshu.app.eval.QuestionSet;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Question;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.ReturnStretch;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.query.StickinessQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that is served takes the queries that answers carry, and no others. */
class QuerySchemaTest {
  private static final Instant NOW = OffsetDateTime.parse(TinyShop.AS_OF).toInstant();

  private static Answering answering() {
    return OpenShop.answering();
  }

  private static JsonNode written() {
    return answering().catalog(AskingClock.at(NOW)).querySchema();
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(written().toString(), InputFormat.JSON);
  }

  private static List<String> faults(Schema schema, String query) {
    return schema.validate(query, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"public.jsonl", "behaviour.jsonl"})
  void queriesOfQuestionsFit(String set) {
    Schema schema = schema();
    int seen = 0;
    for (EvalQuestion question :
        QuestionSet.read(Path.of("../benchmarks/questions").resolve(set)).questions()) {
      Interpretation read =
          answering().interpreter().interpret(Question.of(question.question(), NOW));
      if (read instanceof Interpretation.Understood understood) {
        assertThat(faults(schema, QueryJson.write(understood.query())))
            .as(question.question())
            .isEmpty();
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(30);
  }

  @Test
  void analysesOfBehaviourFit() {
    Schema schema = schema();
    Filter view = new Filter.In("event_type", List.of("view"), false);
    List<SemanticQuery> queries = new ArrayList<>();
    queries.add(PathQuery.of(PathQuery.Direction.TO, "home"));
    queries.add(LifecycleQuery.by(Grain.WEEK));
    queries.add(StickinessQuery.by(Grain.DAY));
    queries.add(ConversionQuery.of(view, view, 7));
    RetentionQuery daily = RetentionQuery.of(RetentionQuery.Cohorts.EACH_INTERVAL, Grain.DAY);
    queries.add(daily.within(new ReturnStretch.After(30, Grain.DAY)));
    queries.add(
        daily.within(
            new ReturnStretch.During(new Period.Campaign("618", Optional.empty(), false))));

    assertThat(queries).allSatisfy(q -> assertThat(faults(schema, QueryJson.write(q))).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\": \"metric\", \"metrics\": [\"profit\"]}",
        "{\"kind\": \"metric\", \"metrics\": [\"gmv\"], \"dimensions\": [\"shop\"]}",
        "{\"kind\": \"metric\", \"metrics\": [\"gmv\"], \"grain\": \"decade\"}",
        "{\"kind\": \"metric\", \"metrics\": [\"gmv\"], \"sql\": \"DROP TABLE users\"}",
        "{\"kind\": \"metric\", \"metrics\": [\"gmv\"], \"period\": {\"type\": \"campaign\","
            + " \"name\": \"x\"}}",
        "{\"kind\": \"funnel\", \"funnel\": \"no_such\"}",
        "{\"kind\": \"retention\", \"within\": {\"type\": \"after\", \"count\": 0}}",
        "{\"kind\": \"drop\"}",
      })
  void whatTheCatalogDoesNotHaveDoesNotFit(String query) {
    assertThat(faults(schema(), query)).isNotEmpty();
  }

  @Test
  void namesComeFromTheCatalog() throws IOException {
    JsonNode definitions = new ObjectMapper().readTree(written().toString()).get("$defs");

    assertThat(definitions.at("/MetricName/anyOf/0/enum").toString()).contains("\"gmv\"");
    assertThat(definitions.at("/DimensionName/enum").toString()).contains("\"province\"");
    assertThat(definitions.at("/FunnelName/enum").toString()).contains("\"purchase\"");
    assertThat(definitions.toString()).doesNotContain("#/components");
  }
}
