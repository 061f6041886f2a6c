package io.mingshu.semantic.catalog;

import java.util.Optional;
import java.util.regex.Pattern;

/** What facts, dimensions and metrics may be called: words that expressions can hold unquoted. */
final class Names {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,99}");

  private Names() {}

  /** The declared name of a thing; nothing, and a problem, where it has none or a bad one. */
  static Optional<Located<String>> read(YamlObject object, Draft draft, Draft.Kind kind) {
    Optional<Located<String>> name = object.requiredString("name");
    if (name.isPresent() && !NAME.matcher(name.get().value()).matches()) {
      object.problem(
          ProblemCode.BAD_VALUE,
          name.get().at(),
          "the name '" + name.get().value() + "' may only have letters, digits and underscores");
      return Optional.empty();
    }
    name.ifPresent(found -> draft.declare(kind, found));
    return name;
  }
}
