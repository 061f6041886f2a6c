package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What facts are grouped and filtered by.
 *
 * @param terms further words for it
 * @param source where its value comes from
 * @param values the values that the catalog names, in their natural order where {@code ordered}
 * @param groups words that stand for several values (江浙沪)
 * @param ordered whether {@code values} are in a natural order (age groups)
 * @param optional whether rows may have no value; they form no group
 * @param entity whether it identifies things that can be counted by condition (users, orders,
 *     items)
 * @param personal whether its values may be shown at all; personal ones are never grouped by
 * @param valuePattern a regular expression of values that are not listed (item ids)
 * @param geography whether values are regions of a map
 * @param defaultPeriod the period of a question about it that names none (an experiment's whole
 *     run); absent: the catalog's
 */
public record Dimension(
    String name,
    Text label,
    Terms terms,
    Text description,
    Source source,
    List<DimensionValue> values,
    List<ValueGroup> groups,
    boolean ordered,
    boolean optional,
    boolean entity,
    boolean personal,
    Optional<String> valuePattern,
    boolean geography,
    Optional<Period> defaultPeriod) {

  public Dimension {
    values = List.copyOf(values);
    groups = List.copyOf(groups);
  }

  /** Whether rows of the fact have this dimension. */
  public boolean belongsTo(String fact) {
    return source instanceof TimePart
        || (source instanceof Columns columns && columns.expressions().containsKey(fact))
        || (source instanceof Membership membership && membership.owners().containsKey(fact));
  }

  /** Whether its name is the other's with a qualifier before it (获客渠道, 渠道). */
  public boolean isNarrowerThan(Dimension plain) {
    return label.zh().length() > plain.label().zh().length()
        && label.zh().endsWith(plain.label().zh());
  }

  public Optional<DimensionValue> value(String code) {
    return values.stream().filter(v -> v.code().equals(code)).findFirst();
  }

  /** Where a dimension's value comes from. */
  public sealed interface Source {}

  /**
   * A scalar expression for each fact that has it, mostly just a column's name.
   *
   * @param type the type of the value
   */
  public record Columns(Map<String, String> expressions, ValueType type) implements Source {
    public Columns {
      expressions = Map.copyOf(expressions);
    }
  }

  /**
   * To which group of people the row's owner belongs at the moment of asking: a segment or not, or
   * which of several.
   *
   * @param owners by fact, the scalar expression that says who
   */
  public record Membership(Map<String, String> owners, ValueType type) implements Source {
    public Membership {
      owners = Map.copyOf(owners);
    }
  }

  /** A part of the metric's own business time; every fact has it. */
  public record TimePart(Part part) implements Source {}

  /** Parts of time. */
  public enum Part {
    /** 0–23. */
    HOUR_OF_DAY,
    /** 1–7, Monday 1, whatever the catalog's week start. */
    WEEKDAY,
    /** True on Saturday and Sunday. */
    WEEKEND
  }

  /** Types of values. */
  public enum ValueType {
    STRING,
    NUMBER,
    BOOLEAN
  }
}
