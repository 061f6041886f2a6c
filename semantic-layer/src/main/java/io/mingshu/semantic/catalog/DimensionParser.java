package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.Dimension.Columns;
import io.mingshu.semantic.catalog.Dimension.Part;
import io.mingshu.semantic.catalog.Dimension.Source;
import io.mingshu.semantic.catalog.Dimension.TimePart;
import io.mingshu.semantic.catalog.Dimension.ValueType;
import io.mingshu.semantic.catalog.YamlObject.LocatedTerms;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads dimensions. Facts are declared before. */
final class DimensionParser {
  private final Draft draft;

  DimensionParser(Draft draft) {
    this.draft = draft;
  }

  void parse(YamlObject object) {
    Optional<Located<String>> name = Names.read(object, draft, Draft.Kind.DIMENSION);
    String owner = name.map(Located::value).orElse("");
    Text label = object.requiredText("label");
    LocatedTerms terms = object.terms("terms");
    Text description = object.text("description").orElse(label);
    Optional<Source> source = source(object, owner);
    boolean ordered = object.flag("ordered");
    boolean optional = object.flag("optional");
    boolean entity = object.flag("entity");
    boolean personal = object.flag("personal");
    boolean geography = object.flag("geography");
    Optional<Period> defaultPeriod =
        object.object("default_period").flatMap(new PeriodParser(draft)::parse);
    Optional<String> valuePattern = object.string("value_pattern").flatMap(this::pattern);
    List<DimensionValue> values = values(object, owner, source);
    List<ValueGroup> groups = groups(object, owner, values);
    if (ordered && values.isEmpty()) {
      object.problem(
          ProblemCode.MISSING_KEY, object.position(), "an ordered dimension lists its 'values'");
    }
    if (entity && source.isPresent() && source.get() instanceof TimePart) {
      object.problem(
          ProblemCode.INCOMPATIBLE_TYPE,
          object.positionOf("entity"),
          "a part of time cannot identify entities");
    }
    object.close();
    draft.words(Draft.Role.DIMENSION, owner, "", label, object.positionOf("label"), terms);
    if (name.isPresent() && source.isPresent()) {
      draft.dimensions.add(
          new Dimension(
              owner,
              label,
              terms.terms(),
              description,
              source.get(),
              values,
              groups,
              ordered,
              optional,
              entity,
              personal,
              valuePattern,
              geography,
              defaultPeriod));
    }
  }

  private Optional<Source> source(YamlObject object, String owner) {
    List<String> given = new ArrayList<>();
    for (String key : List.of("columns", "column", "time_part")) {
      if (object.has(key)) {
        given.add(key);
      }
    }
    if (given.isEmpty()) {
      object.problem(
          ProblemCode.MISSING_KEY,
          object.position(),
          "the dimension '"
              + owner
              + "' has no 'columns' (or 'column' with 'facts', or"
              + " 'time_part')");
      return Optional.empty();
    }
    if (given.size() > 1) {
      object.problem(
          ProblemCode.BAD_VALUE,
          object.positionOf(given.get(1)),
          "a dimension has only one of " + String.join(", ", given));
    }
    Optional<Source> source =
        switch (given.get(0)) {
          case "columns" -> columns(object);
          case "column" -> sharedColumn(object);
          default -> object.requiredChoice("time_part", Part.class).map(TimePart::new);
        };
    if (!given.get(0).equals("column") && object.has("facts")) {
      object.problem(
          ProblemCode.BAD_VALUE, object.positionOf("facts"), "'facts' goes with 'column'");
    }
    if (given.get(0).equals("time_part") && object.has("type")) {
      object.problem(
          ProblemCode.BAD_VALUE, object.positionOf("type"), "a part of time has its own type");
    }
    return source;
  }

  private Optional<Source> columns(YamlObject object) {
    ValueType type = object.choice("type", ValueType.class).orElse(ValueType.STRING);
    Map<String, String> expressions = new LinkedHashMap<>();
    object
        .object("columns")
        .ifPresent(
            columns -> {
              for (Located<String> fact : columns.keys()) {
                draft.refer(Draft.Kind.FACT, fact);
                columns
                    .string(fact.value())
                    .flatMap(text -> column(text, type))
                    .ifPresent(text -> expressions.put(fact.value(), text));
              }
              if (columns.keys().isEmpty()) {
                columns.problem(
                    ProblemCode.BAD_VALUE, columns.position(), "'columns' names no fact");
              }
            });
    return Optional.of(new Columns(expressions, type));
  }

  private Optional<Source> sharedColumn(YamlObject object) {
    ValueType type = object.choice("type", ValueType.class).orElse(ValueType.STRING);
    Optional<String> column = object.string("column").flatMap(text -> column(text, type));
    object.requirePresent("facts");
    List<Located<String>> facts = object.strings("facts");
    if (facts.isEmpty() && object.has("facts")) {
      object.problem(ProblemCode.BAD_VALUE, object.positionOf("facts"), "'facts' names no fact");
    }
    Map<String, String> expressions = new LinkedHashMap<>();
    for (Located<String> fact : facts) {
      draft.refer(Draft.Kind.FACT, fact);
      column.ifPresent(text -> expressions.put(fact.value(), text));
    }
    return Optional.of(new Columns(expressions, type));
  }

  private Optional<String> column(Located<String> text, ValueType type) {
    Optional<Expression> expression =
        type == ValueType.BOOLEAN ? draft.condition(text) : draft.valueExpression(text);
    return expression.map(Expression::text);
  }

  private Optional<String> pattern(Located<String> text) {
    try {
      return Optional.of(Pattern.compile(text.value()).pattern());
    } catch (PatternSyntaxException e) {
      draft.problems.add(
          ProblemCode.BAD_VALUE,
          text.at(),
          "'" + text.value() + "' is no regular expression: " + e.getDescription());
      return Optional.empty();
    }
  }

  private List<DimensionValue> values(YamlObject object, String owner, Optional<Source> source) {
    List<DimensionValue> values = new ArrayList<>();
    Set<String> codes = new LinkedHashSet<>();
    for (YamlObject value : object.objects("values", "value")) {
      Optional<Located<String>> code = value.requiredString("code");
      Text label = value.requiredText("label");
      LocatedTerms terms = value.terms("terms");
      value.close();
      if (code.isEmpty()) {
        continue;
      }
      if (!codes.add(code.get().value())) {
        draft.problems.add(
            ProblemCode.DUPLICATE_NAME,
            code.get().at(),
            "the value '" + code.get().value() + "' of '" + owner + "' is already declared");
      }
      source.ifPresent(known -> requireType(code.get(), known));
      draft.words(
          Draft.Role.VALUE, code.get().value(), owner, label, value.positionOf("label"), terms);
      values.add(new DimensionValue(code.get().value(), label, terms.terms()));
    }
    return values;
  }

  private void requireType(Located<String> code, Source source) {
    String allowed = "";
    if (source instanceof TimePart part) {
      allowed =
          switch (part.part()) {
            case HOUR_OF_DAY -> "1?[0-9]|2[0-3]";
            case WEEKDAY -> "[1-7]";
            case WEEKEND -> "true|false";
          };
    } else if (source instanceof Columns columns && columns.type() == ValueType.BOOLEAN) {
      allowed = "true|false";
    } else if (source instanceof Columns columns && columns.type() == ValueType.NUMBER) {
      allowed = "-?[0-9]+([.][0-9]+)?";
    }
    if (!allowed.isEmpty() && !code.value().matches(allowed)) {
      draft.problems.add(
          ProblemCode.INCOMPATIBLE_TYPE,
          code.at(),
          "the value '" + code.value() + "' does not fit the dimension's type");
    }
  }

  private List<ValueGroup> groups(YamlObject object, String owner, List<DimensionValue> values) {
    List<String> known = values.stream().map(DimensionValue::code).toList();
    List<ValueGroup> groups = new ArrayList<>();
    for (YamlObject group : object.objects("groups", "group")) {
      Text label = group.requiredText("label");
      LocatedTerms terms = group.terms("terms");
      boolean ask = group.flag("ask");
      group.requirePresent("codes");
      List<Located<String>> codes = group.strings("codes");
      for (Located<String> code : codes) {
        if (!known.contains(code.value())) {
          draft.problems.addUnknown(
              ProblemCode.UNKNOWN_REFERENCE,
              code.at(),
              "value of '" + owner + "'",
              code.value(),
              known);
        }
      }
      if (codes.isEmpty() && group.has("codes")) {
        group.problem(ProblemCode.BAD_VALUE, group.positionOf("codes"), "the group has no values");
      }
      group.close();
      draft.words(
          Draft.Role.VALUE, "group " + label.zh(), owner, label, group.positionOf("label"), terms);
      groups.add(
          new ValueGroup(label, terms.terms(), codes.stream().map(Located::value).toList(), ask));
    }
    return groups;
  }
}
