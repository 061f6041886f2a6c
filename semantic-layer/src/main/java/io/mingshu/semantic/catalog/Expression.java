package io.mingshu.semantic.catalog;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A scalar expression of a catalog: over a fact's columns ({@code where}, {@code expression},
 * {@code columns}) or over metrics ({@code derived}, {@code condition}).
 *
 * <p>A closed language, so that a catalog file can neither read what it does not name nor run what
 * an engine happens to offer: names, numbers, strings, booleans, null, {@code + - * /}, {@code = <>
 * < <= > >=}, {@code AND OR NOT}, {@code IS [NOT] NULL}, {@code [NOT] IN (…)}, {@code [NOT] LIKE},
 * {@code CASE}, {@code COALESCE}, {@code NULLIF}. Names keep their case; {@code "double quotes"}
 * hold names that are not plain words, {@code 'single quotes'} strings.
 */
public final class Expression {
  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 50;

  private static final SqlParser.Config SYNTAX =
      SqlParser.config()
          .withQuoting(Quoting.DOUBLE_QUOTE)
          .withUnquotedCasing(Casing.UNCHANGED)
          .withQuotedCasing(Casing.UNCHANGED)
          .withCaseSensitive(true)
          .withIdentifierMaxLength(200);

  private static final Set<SqlKind> CONDITIONS =
      Set.of(
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.AND,
          SqlKind.OR,
          SqlKind.NOT,
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL,
          SqlKind.IN,
          SqlKind.NOT_IN,
          SqlKind.LIKE);

  private static final Set<SqlKind> VALUES =
      Set.of(
          SqlKind.PLUS,
          SqlKind.MINUS,
          SqlKind.TIMES,
          SqlKind.DIVIDE,
          SqlKind.MINUS_PREFIX,
          SqlKind.CASE,
          SqlKind.COALESCE,
          SqlKind.NULLIF);

  private static final Set<SqlKind> ARITHMETIC =
      Set.of(SqlKind.PLUS, SqlKind.MINUS, SqlKind.TIMES, SqlKind.DIVIDE, SqlKind.MINUS_PREFIX);

  private static final Set<String> FUNCTIONS = Set.of("COALESCE", "NULLIF");

  private static final Pattern LONE_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Set<String> CONSTANTS = Set.of("TRUE", "FALSE", "NULL", "UNKNOWN");

  private static final Set<String> FUNCTIONS_WITHOUT_PARENTHESES =
      Set.of(
          "CURRENT_CATALOG",
          "CURRENT_DATE",
          "CURRENT_PATH",
          "CURRENT_ROLE",
          "CURRENT_SCHEMA",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "CURRENT_USER",
          "LOCALTIME",
          "LOCALTIMESTAMP",
          "PI",
          "SESSION_USER",
          "SYSTEM_USER",
          "USER");

  private static final Set<SqlTypeName> LITERALS =
      Set.of(
          SqlTypeName.CHAR,
          SqlTypeName.DECIMAL,
          SqlTypeName.DOUBLE,
          SqlTypeName.BOOLEAN,
          SqlTypeName.NULL);

  private final String text;
  private final SqlNode node;
  private final Set<String> identifiers;

  private Expression(String text, SqlNode node, Set<String> identifiers) {
    this.text = text;
    this.node = node;
    this.identifiers = identifiers;
  }

  /**
   * Reads an expression.
   *
   * @throws Malformed if it does not parse or uses anything outside the language; the message says
   *     what
   */
  public static Expression parse(String text) {
    if (text.length() > LONGEST || deepest(text) > DEEPEST) {
      throw new Malformed("the expression is too long or too deeply nested");
    }
    SqlNode node;
    try {
      node = SqlParser.create(isLoneName(text) ? '"' + text + '"' : text, SYNTAX).parseExpression();
    } catch (SqlParseException e) {
      throw new Malformed(firstLine(e) + " A name that is also an SQL word needs double quotes.");
    }
    Set<String> identifiers = new LinkedHashSet<>();
    check(node, identifiers);
    return new Expression(text, node, Set.copyOf(identifiers));
  }

  public String text() {
    return text;
  }

  /**
   * The syntax tree. {@code COALESCE} and {@code NULLIF} are unresolved calls by name; everything
   * else has a standard operator.
   */
  public SqlNode node() {
    return node;
  }

  /** The columns (or metrics) that it uses. */
  public Set<String> identifiers() {
    return identifiers;
  }

  /** Whether it is evidently true or false; a lone name may be either. */
  public boolean isCondition() {
    return CONDITIONS.contains(node.getKind())
        || (node instanceof SqlLiteral literal && literal.getTypeName() == SqlTypeName.BOOLEAN);
  }

  /** Whether it is a lone name, whose type the expression does not tell. */
  public boolean isName() {
    return node instanceof SqlIdentifier;
  }

  /** Whether it has nothing but names, numbers and {@code + - * /}. */
  public boolean isArithmetic() {
    return isArithmetic(node);
  }

  private static boolean isArithmetic(SqlNode node) {
    if (node instanceof SqlCall call) {
      return ARITHMETIC.contains(call.getKind())
          && call.getOperandList().stream().allMatch(Expression::isArithmetic);
    }
    return node instanceof SqlIdentifier || node instanceof SqlNumericLiteral;
  }

  @Override
  public String toString() {
    return text;
  }

  /**
   * A name alone is a name, even where SQL has the word for itself ({@code value}, {@code day}).
   */
  private static boolean isLoneName(String text) {
    return LONE_NAME.matcher(text).matches() && !CONSTANTS.contains(text.toUpperCase(Locale.ROOT));
  }

  private static void check(SqlNode node, Set<String> identifiers) {
    if (node instanceof SqlIdentifier identifier) {
      if (!identifier.isSimple() || identifier.isStar()) {
        throw new Malformed("'" + identifier + "' is not a plain name");
      }
      if (isFunctionWithoutParentheses(identifier)) {
        throw notAllowed(identifier.getSimple());
      }
      identifiers.add(identifier.getSimple());
    } else if (node instanceof SqlIntervalQualifier) {
      throw notAllowed(node.toString());
    } else if (node instanceof SqlLiteral literal) {
      if (!LITERALS.contains(literal.getTypeName())) {
        throw notAllowed(literal.getTypeName() + " literal");
      }
    } else if (node instanceof SqlNodeList list) {
      list.forEach(element -> check(element, identifiers));
    } else if (node instanceof SqlCall call && isAllowed(call)) {
      for (SqlNode operand : call.getOperandList()) {
        if (operand != null) {
          check(operand, identifiers);
        }
      }
    } else {
      throw notAllowed(
          node instanceof SqlCall call ? call.getOperator().getName() : node.getKind().toString());
    }
  }

  /** SQL reads these as calls, so as a column's name they need quotes. */
  private static boolean isFunctionWithoutParentheses(SqlIdentifier identifier) {
    return !identifier.isComponentQuoted(0)
        && FUNCTIONS_WITHOUT_PARENTHESES.contains(identifier.getSimple().toUpperCase(Locale.ROOT));
  }

  private static boolean isAllowed(SqlCall call) {
    SqlKind kind = call.getKind();
    if (kind == SqlKind.OTHER_FUNCTION) {
      return call instanceof SqlBasicCall plain
          && plain.getFunctionQuantifier() == null
          && FUNCTIONS.contains(call.getOperator().getName().toUpperCase(Locale.ROOT));
    }
    if (kind == SqlKind.LIKE) {
      return call.operandCount() == 2
          && call.getOperator().getName().toUpperCase(Locale.ROOT).endsWith("LIKE")
          && !call.getOperator().getName().toUpperCase(Locale.ROOT).endsWith("ILIKE");
    }
    return CONDITIONS.contains(kind) || VALUES.contains(kind);
  }

  private static Malformed notAllowed(String what) {
    return new Malformed(
        what
            + " is not allowed here; an expression has names, constants, + - * /, comparisons,"
            + " AND OR NOT, IS NULL, IN, LIKE, CASE, COALESCE and NULLIF");
  }

  private static int deepest(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '(') {
        deepest = Math.max(deepest, ++depth);
      } else if (text.charAt(i) == ')') {
        depth--;
      }
    }
    return deepest;
  }

  private static String firstLine(SqlParseException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return (end < 0 ? message : message.substring(0, end)).strip();
  }

  /** What is wrong with an expression. */
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }
}
