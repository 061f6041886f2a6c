package io.mingshu.app.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer's rows are the gold rows: gold columns map one-to-one to answer columns so that
 * the rows agree as multisets, or as sequences where their order counts. Extra answer columns are
 * allowed, extra or missing rows are not.
 */
final class TableComparison {
  private final CellComparison cells;
  private final List<List<@Nullable Object>> gold;
  private final List<List<@Nullable Object>> answer;
  private final boolean ordered;

  TableComparison(
      CellComparison cells,
      List<List<@Nullable Object>> gold,
      List<List<@Nullable Object>> answer,
      boolean ordered) {
    this.cells = cells;
    this.gold = gold;
    this.answer = answer;
    this.ordered = ordered;
  }

  boolean agree(int goldColumns, int answerColumns) {
    if (gold.size() != answer.size() || goldColumns > answerColumns) {
      return false;
    }
    List<List<Integer>> candidates = new ArrayList<>();
    for (int g = 0; g < goldColumns; g++) {
      List<Integer> fitting = new ArrayList<>();
      for (int a = 0; a < answerColumns; a++) {
        if (columnsAgree(g, a)) {
          fitting.add(a);
        }
      }
      candidates.add(fitting);
    }
    return assign(candidates, new ArrayList<>());
  }

  private boolean assign(List<List<Integer>> candidates, List<Integer> chosen) {
    if (chosen.size() == candidates.size()) {
      return ordered || rowsAgree(chosen);
    }
    for (Integer column : candidates.get(chosen.size())) {
      if (!chosen.contains(column)) {
        chosen.add(column);
        if (assign(candidates, chosen)) {
          return true;
        }
        chosen.remove(chosen.size() - 1);
      }
    }
    return false;
  }

  private boolean columnsAgree(int goldColumn, int answerColumn) {
    if (ordered) {
      for (int row = 0; row < gold.size(); row++) {
        if (!cells.same(gold.get(row).get(goldColumn), answer.get(row).get(answerColumn))) {
          return false;
        }
      }
      return true;
    }
    return rowsAgree(List.of(goldColumn), List.of(answerColumn));
  }

  private boolean rowsAgree(List<Integer> chosen) {
    List<Integer> goldColumns = new ArrayList<>();
    for (int g = 0; g < chosen.size(); g++) {
      goldColumns.add(g);
    }
    return rowsAgree(goldColumns, chosen);
  }

  /** Rows are told apart by what is not a number first; only rows that share it are paired. */
  private boolean rowsAgree(List<Integer> goldColumns, List<Integer> answerColumns) {
    Map<List<@Nullable Object>, List<List<@Nullable Object>>> goldGroups =
        grouped(gold, goldColumns);
    Map<List<@Nullable Object>, List<List<@Nullable Object>>> answerGroups =
        grouped(answer, answerColumns);
    if (!goldGroups.keySet().equals(answerGroups.keySet())) {
      return false;
    }
    for (Map.Entry<List<@Nullable Object>, List<List<@Nullable Object>>> group :
        goldGroups.entrySet()) {
      List<List<@Nullable Object>> partners = answerGroups.getOrDefault(group.getKey(), List.of());
      if (group.getValue().size() != partners.size()
          || !new RowPairing(cells, group.getValue(), partners).exists()) {
        return false;
      }
    }
    return true;
  }

  private Map<List<@Nullable Object>, List<List<@Nullable Object>>> grouped(
      List<List<@Nullable Object>> rows, List<Integer> columns) {
    Map<List<@Nullable Object>, List<List<@Nullable Object>>> groups = new HashMap<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> key = new ArrayList<>();
      List<@Nullable Object> picked = new ArrayList<>();
      for (int column : columns) {
        Object value = row.get(column);
        key.add(cells.key(value));
        picked.add(value);
      }
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(picked);
    }
    return groups;
  }
}
