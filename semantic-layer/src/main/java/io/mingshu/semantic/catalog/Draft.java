package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.YamlObject.LocatedTerms;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A catalog while it is read: what was declared, what was referred to, which words were given, and
 * where. Names count as declared even where the rest of their declaration is broken, so that one
 * mistake is reported once.
 */
final class Draft {
  final Problems problems;
  final List<Fact> facts = new ArrayList<>();
  final List<Dimension> dimensions = new ArrayList<>();
  final List<Metric> metrics = new ArrayList<>();
  final List<CalendarEntry> calendar = new ArrayList<>();
  final List<Ambiguity> ambiguities = new ArrayList<>();
  final List<Unavailable> unavailable = new ArrayList<>();
  final List<Rollup> rollups = new ArrayList<>();
  final List<Funnel> funnels = new ArrayList<>();
  final List<Segment> segments = new ArrayList<>();
  final List<VerifiedQuestion> verified = new ArrayList<>();
  final List<BoardTemplate> boards = new ArrayList<>();
  final List<Text> examples = new ArrayList<>();
  final List<Word> words = new ArrayList<>();

  private final Map<Kind, Map<String, Position>> declared = new LinkedHashMap<>();
  private final List<Reference> references = new ArrayList<>();

  Draft(Problems problems) {
    this.problems = problems;
  }

  /** What a name names. */
  enum Kind {
    FACT("fact"),
    DIMENSION("dimension"),
    METRIC("metric"),
    CALENDAR("calendar entry"),
    VALUE("value"),
    ROLLUP("rollup"),
    FUNNEL("funnel"),
    SEGMENT("segment"),
    BOARD("board");

    final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private record Reference(Kind kind, Located<String> name) {}

  /**
   * A word that a question may hold.
   *
   * @param role what it stands for: metric, dimension, value, group, calendar, funnel, segment,
   *     ambiguity, unavailable
   * @param owner what exactly; equal for the words of one thing
   * @param scope the dimension of a value or group, otherwise empty
   */
  record Word(String text, Role role, String owner, String scope, Position at) {}

  /** What a word stands for. */
  enum Role {
    METRIC,
    DIMENSION,
    VALUE,
    CALENDAR,
    FUNNEL,
    SEGMENT,
    AMBIGUITY,
    UNAVAILABLE
  }

  /** Declares a name; false (and a problem) where it is taken. */
  boolean declare(Kind kind, Located<String> name) {
    Position first =
        declared
            .computeIfAbsent(kind, k -> new LinkedHashMap<>())
            .putIfAbsent(name.value(), name.at());
    if (first == null) {
      return true;
    }
    problems.add(
        ProblemCode.DUPLICATE_NAME,
        name.at(),
        "the " + kind.words + " '" + name.value() + "' is already declared",
        Optional.of("first in " + first.file() + ", line " + first.line()));
    return false;
  }

  void refer(Kind kind, Located<String> name) {
    references.add(new Reference(kind, name));
  }

  boolean isDeclared(Kind kind, String name) {
    return declared.getOrDefault(kind, Map.of()).containsKey(name);
  }

  /** Where a declared name stands. */
  Position at(Kind kind, String name) {
    Position at = declared.getOrDefault(kind, Map.of()).get(name);
    if (at == null) {
      throw new IllegalArgumentException(kind.words + " " + name + " is not declared");
    }
    return at;
  }

  void reportUnknownReferences() {
    for (Reference reference : references) {
      Map<String, Position> names = declared.getOrDefault(reference.kind, Map.of());
      if (!names.containsKey(reference.name.value())) {
        problems.addUnknown(
            ProblemCode.UNKNOWN_REFERENCE,
            reference.name.at(),
            reference.kind.words,
            reference.name.value(),
            names.keySet());
      }
    }
  }

  /** Notes the words of a thing: its label and its terms. */
  void words(
      Role role, String owner, String scope, Text label, Position labelAt, LocatedTerms terms) {
    words.add(new Word(label.zh(), role, owner, scope, labelAt));
    if (!label.en().equals(label.zh())) {
      words.add(new Word(label.en(), role, owner, scope, labelAt));
    }
    words(role, owner, scope, terms);
  }

  void words(Role role, String owner, String scope, LocatedTerms terms) {
    terms.all().forEach(term -> words.add(new Word(term.value(), role, owner, scope, term.at())));
  }

  /** Reads an expression where one must be; nothing where it is malformed. */
  Optional<Expression> expression(Located<String> text) {
    try {
      return Optional.of(Expression.parse(text.value()));
    } catch (Expression.Malformed e) {
      problems.add(
          ProblemCode.BAD_EXPRESSION,
          text.at(),
          "'" + text.value() + "' is no valid expression: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Reads a condition; nothing where it is malformed or evidently no condition. */
  Optional<Expression> condition(Located<String> text) {
    Optional<Expression> expression = expression(text);
    if (expression.isPresent() && !expression.get().isCondition() && !expression.get().isName()) {
      problems.add(
          ProblemCode.INCOMPATIBLE_TYPE,
          text.at(),
          "'" + text.value() + "' is a value where a condition is needed");
      return Optional.empty();
    }
    return expression;
  }

  /** Reads an expression that gives a value, not a condition. */
  Optional<Expression> valueExpression(Located<String> text) {
    Optional<Expression> expression = expression(text);
    if (expression.isPresent() && expression.get().isCondition()) {
      problems.add(
          ProblemCode.INCOMPATIBLE_TYPE,
          text.at(),
          "'" + text.value() + "' is a condition where a value is needed");
      return Optional.empty();
    }
    return expression;
  }
}
