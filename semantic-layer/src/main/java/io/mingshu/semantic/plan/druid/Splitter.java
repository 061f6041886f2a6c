package io.mingshu.semantic.plan.druid;

import io.mingshu.semantic.plan.algebra.Algebra;
import io.mingshu.semantic.plan.algebra.DuckDbDialect;
import io.mingshu.semantic.plan.algebra.SqlText;
import io.mingshu.semantic.plan.druid.FragmentCompiler.Fragment;
import io.mingshu.semantic.plan.druid.inplace.InPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.type.RelDataTypeField;

/**
 * Cuts a plan into what Druid does and what is done with the rows that come back. Druid has each
 * chain over one table up to its last aggregation, and a ranking after it where Druid is sure to
 * order alike; no join ever.
 */
final class Splitter {
  private final Function<String, StoredTable> tables;
  private final Map<String, Fetch> fetches = new LinkedHashMap<>();

  private Splitter(Function<String, StoredTable> tables) {
    this.tables = tables;
  }

  /**
   * @throws Unplannable where Druid has no exact way to do its part
   */
  static Program split(RelNode plan, Function<String, StoredTable> tables) {
    Splitter splitter = new Splitter(tables);
    RelNode rest = splitter.cut(plan);
    Optional<String> finish =
        rest instanceof TableScan
            ? Optional.empty()
            : Optional.of(SqlText.of(rest, DuckDbDialect.INSTANCE).sql());
    return new Program(List.copyOf(splitter.fetches.values()), finish, InPlace.of(rest));
  }

  private RelNode cut(RelNode node) {
    if (!isChain(node)) {
      return node.copy(node.getTraitSet(), node.getInputs().stream().map(this::cut).toList());
    }
    if (node instanceof Sort sort && Ranked.sureToOrderAlike(sort)) {
      return sort.copy(sort.getTraitSet(), List.of(fetched(sort)));
    }
    return belowLastAggregation(node);
  }

  private RelNode belowLastAggregation(RelNode node) {
    if (isOrderOfAll(node)) {
      return node.copy(node.getTraitSet(), List.of(belowLastAggregation(node.getInput(0))));
    }
    if (node instanceof Aggregate || !aggregates(node)) {
      return fetched(node);
    }
    return node.copy(node.getTraitSet(), List.of(belowLastAggregation(node.getInput(0))));
  }

  /** Druid orders rows by their time only. */
  private static boolean isOrderOfAll(RelNode node) {
    return node instanceof Sort sort && sort.fetch == null && sort.offset == null;
  }

  private static boolean isChain(RelNode node) {
    if (node instanceof TableScan) {
      return true;
    }
    boolean link =
        node instanceof Filter
            || (node instanceof Project project && !project.containsOver())
            || node instanceof Aggregate
            || node instanceof Sort;
    return link && isChain(node.getInput(0));
  }

  private static boolean aggregates(RelNode node) {
    return node instanceof Aggregate
        || (!(node instanceof TableScan) && aggregates(node.getInput(0)));
  }

  /** The table of the rows that Druid gives for a chain. */
  private RelNode fetched(RelNode chain) {
    Fetch fetch = fetches.computeIfAbsent(RelOptUtil.toString(chain), same -> fetch(chain));
    return Algebra.scan(chain.getCluster(), fetch.name(), chain.getRowType());
  }

  private Fetch fetch(RelNode chain) {
    List<RelNode> sets = new ArrayList<>();
    FragmentCompiler compiler =
        new FragmentCompiler(
            tables,
            set -> {
              sets.add(set);
              return sets.size() - 1;
            },
            chain);
    Fragment fragment = compiler.compile(chain);
    SqlText text = SqlText.of(fragment.relation(), DruidDialect.INSTANCE);
    List<Fetch.Column> columns = new ArrayList<>();
    for (RelDataTypeField field : fragment.relation().getRowType().getFieldList()) {
      columns.add(
          new Fetch.Column(
              chain.getRowType().getFieldNames().get(field.getIndex()),
              fragment.columns().get(field.getIndex()),
              field.getType().getSqlTypeName()));
    }
    List<Program> programs = sets.stream().map(set -> split(set, tables)).toList();
    return new Fetch(
        "f" + (fetches.size() + 1),
        fragment.table(),
        text.sql(),
        text.parameters().stream().map(programs::get).toList(),
        columns);
  }
}
