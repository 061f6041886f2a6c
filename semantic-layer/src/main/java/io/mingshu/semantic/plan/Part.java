package io.mingshu.semantic.plan;

import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;

/**
 * A relation of one row per group that holds leaves.
 *
 * @param columns where each leaf is
 * @param grouping whether its rows make groups of the answer, or only fill in the groups of others
 */
record Part(RelNode relation, List<String> keys, Map<Leaf, String> columns, boolean grouping) {
  Part {
    keys = List.copyOf(keys);
    columns = Map.copyOf(columns);
  }
}
