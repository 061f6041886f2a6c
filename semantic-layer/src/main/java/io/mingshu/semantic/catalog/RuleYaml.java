package io.mingshu.semantic.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshu.semantic.catalog.SegmentRule.Bound;
import io.mingshu.semantic.catalog.SegmentRule.Figure;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.QueryJson;
import java.util.List;
import java.util.Optional;

/** Rules of segments as a catalog's file writes them: what {@link SegmentRuleParser} reads. */
final class RuleYaml {
  private static final ObjectMapper MAPPER = QueryJson.mapper();

  private RuleYaml() {}

  static JsonNode of(SegmentRule rule) {
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    if (rule instanceof SegmentRule.All all) {
      written.set("all", several(all.rules()));
    } else if (rule instanceof SegmentRule.Any any) {
      written.set("any", several(any.rules()));
    } else if (rule instanceof SegmentRule.Not not) {
      written.set("not", of(not.rule()));
    } else if (rule instanceof SegmentRule.Having having) {
      where(written, Optional.of(having.where()));
    } else if (rule instanceof SegmentRule.SignedUp signedUp) {
      written.put("signed_up", true);
      window(written, signedUp.window());
    } else if (rule instanceof SegmentRule.Measured measured) {
      figure(written, measured.figure(), measured.bounds());
    } else if (rule instanceof SegmentRule.OnDays days) {
      figure(written, days.figure(), days.bounds());
      written.put("on_days", days.days());
    } else if (rule instanceof SegmentRule.Top top) {
      figure(written, top.figure(), List.of());
      written.put("top_share", top.share());
    } else {
      SegmentRule.Every every = (SegmentRule.Every) rule;
      figure(written, every.figure(), every.bounds());
      written.put("every", every.entity());
    }
    return written;
  }

  private static ArrayNode several(List<SegmentRule> rules) {
    ArrayNode several = JsonNodeFactory.instance.arrayNode();
    rules.forEach(rule -> several.add(of(rule)));
    return several;
  }

  private static void figure(ObjectNode written, Figure figure, List<Bound> bounds) {
    written.put("metric", figure.metric());
    for (Bound bound : bounds) {
      written.put(SegmentRuleParser.key(bound.operator()), bound.value());
    }
    where(written, figure.where());
    figure.time().ifPresent(time -> written.put("time", time));
    window(written, figure.window());
  }

  private static void where(ObjectNode written, Optional<Filter> where) {
    if (where.isEmpty()) {
      return;
    }
    ObjectNode conditions = written.putObject("where");
    for (Filter part : Filter.conjuncts(where)) {
      Filter.In in = (Filter.In) part;
      ArrayNode values =
          in.negated()
              ? conditions.putObject(in.dimension()).putArray("not")
              : conditions.putArray(in.dimension());
      in.values().forEach(values::add);
    }
  }

  private static void window(ObjectNode written, RuleWindow window) {
    if (window instanceof RuleWindow.Last last) {
      written.putObject("last").put(last.unit() == Grain.DAY ? "days" : "months", last.count());
    } else if (window instanceof RuleWindow.DaysBack back) {
      written.putObject("back").put("from", back.from()).put("to", back.to());
    } else if (window instanceof RuleWindow.Before before) {
      written.putObject("before").put("days", before.days());
    } else if (window instanceof RuleWindow.Of of) {
      written.set("period", MAPPER.valueToTree(of.period()));
    } else if (window instanceof RuleWindow.BeforePeriod before) {
      written.putObject("before").set("period", MAPPER.valueToTree(before.period()));
    } else {
      written.put("ever", true);
    }
  }
}
