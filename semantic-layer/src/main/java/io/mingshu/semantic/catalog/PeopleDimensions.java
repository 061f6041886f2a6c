package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.Dimension.ValueType;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dimensions that segments and RFM are, on every fact that knows whose its rows are. */
final class PeopleDimensions {
  private final BehaviourLog log;
  private final List<Dimension> declared;

  PeopleDimensions(BehaviourLog log, List<Dimension> declared) {
    this.log = log;
    this.declared = declared;
  }

  Dimension of(Segment segment) {
    Text label = segment.label();
    List<DimensionValue> values =
        List.of(
            new DimensionValue("true", label, segment.terms()),
            new DimensionValue(
                "false", new Text("非" + label.zh(), "not among " + label.en()), Terms.NONE));
    return dimension(
        segment.name(),
        label,
        segment.terms(),
        segment.description().orElse(label),
        ValueType.BOOLEAN,
        values,
        false);
  }

  Dimension of(Rfm rfm, Text label, Terms terms, Map<Rfm.Group, Terms> words) {
    List<DimensionValue> values =
        Arrays.stream(Rfm.Group.values())
            .map(
                group ->
                    new DimensionValue(
                        group.code(), group.label(), words.getOrDefault(group, Terms.NONE)))
            .toList();
    return dimension(rfm.name(), label, terms, label, ValueType.STRING, values, true);
  }

  private Dimension dimension(
      String name,
      Text label,
      Terms terms,
      Text description,
      ValueType type,
      List<DimensionValue> values,
      boolean optional) {
    return new Dimension(
        name,
        label,
        terms,
        description,
        new Dimension.Membership(owners(), type),
        values,
        List.of(),
        type == ValueType.STRING,
        optional,
        false,
        false,
        Optional.empty(),
        false,
        Optional.empty());
  }

  private Map<String, String> owners() {
    return declared.stream()
        .filter(dimension -> dimension.name().equals(log.actor()))
        .findFirst()
        .map(Dimension::source)
        .filter(Dimension.Columns.class::isInstance)
        .map(source -> ((Dimension.Columns) source).expressions())
        .orElse(Map.of());
  }
}
