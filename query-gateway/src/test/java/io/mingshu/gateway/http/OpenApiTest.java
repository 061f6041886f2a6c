package io.mingshu.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.mingshu.gateway.answer.AskingClock;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The description and the server say the same. */
class OpenApiTest {

  @Test
  void everyRouteIsDescribedAndNothingElse() throws IOException {
    List<String> described = new ArrayList<>();
    JsonNode paths = description().get("paths");
    paths
        .fieldNames()
        .forEachRemaining(
            path ->
                paths
                    .get(path)
                    .fieldNames()
                    .forEachRemaining(method -> described.add(method + " " + path)));

    try (Gateway gateway =
        Gateway.create(
            GatewayConfig.onPort(0), new ScriptedShop().answering(), AskingClock.wall())) {
      assertThat(described)
          .containsExactlyInAnyOrderElementsOf(
              gateway.routes().stream()
                  .filter(Route::documented)
                  .map(r -> r.method().name().toLowerCase(Locale.ROOT) + " " + r.path())
                  .toList());
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    JsonNode description = description();
    List<String> broken =
        description.findValuesAsText("$ref").stream()
            .filter(ref -> description.at(ref.substring(1)).isMissingNode())
            .toList();

    assertThat(broken).isEmpty();
  }

  private static JsonNode description() throws IOException {
    try (InputStream in = Gateway.class.getResourceAsStream("/io/mingshu/gateway/openapi.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readTree(Objects.requireNonNull(in));
    }
  }
}
