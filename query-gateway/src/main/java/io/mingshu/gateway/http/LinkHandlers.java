package io.mingshu.gateway.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.mingshu.gateway.answer.Json;
import io.mingshu.semantic.chart.ChartSpec;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import io.mingshu.state.KeptLink;
import io.mingshu.state.Links;
import io.mingshu.state.Owner;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Links to answers: the query is kept, never its rows. Whoever opens one asks it for themselves.
 */
final class LinkHandlers {
  private static final int LONGEST_TITLE = 200;

  private final Served served;
  private final Links links;
  private final Owner owner;

  LinkHandlers(Served served, Links links, Owner owner) {
    this.served = served;
    this.links = links;
    this.owner = owner;
  }

  /** The body of {@code POST /api/v1/links}. */
  record LinkBody(
      @Nullable JsonNode query, ChartSpec.@Nullable Type chart, @Nullable String title) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private record Content(JsonNode query, Optional<ChartSpec.Type> chart, Optional<String> title) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record LinkShown(
      JsonNode query, Optional<ChartSpec.Type> chart, Optional<String> title, Instant createdAt) {}

  void create(Context ctx) {
    LinkBody body = Body.read(ctx, LinkBody.class);
    JsonNode query = body.query();
    if (query == null) {
      throw Requests.invalid("缺少 query", "query is missing");
    }
    CheckedQuery.of(query, served.now().answering());
    Optional<String> title =
        Optional.ofNullable(body.title())
            .filter(words -> !words.isBlank())
            .map(words -> Titles.required(words, LONGEST_TITLE));
    String id = RandomId.next();
    links.add(
        owner,
        id,
        new KeptLink(
            Instant.now(), written(new Content(query, Optional.ofNullable(body.chart()), title))));
    ctx.status(201);
    JsonReply.send(ctx, Map.of("id", id));
  }

  void open(Context ctx) {
    KeptLink link =
        links
            .open(owner.catalog(), ctx.pathParam("id"), Instant.now())
            .orElseThrow(
                () ->
                    new MingshuException(
                        ErrorCode.NOT_FOUND, new Text("没有这个链接", "There is no such link")));
    Content content = read(link.content());
    CheckedQuery.of(content.query(), served.now().answering());
    JsonReply.send(
        ctx, new LinkShown(content.query(), content.chart(), content.title(), link.createdAt()));
  }

  private static String written(Content content) {
    try {
      return Json.mapper().writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Content read(String written) {
    try {
      return Json.mapper().readValue(written, Content.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
