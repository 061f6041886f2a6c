package io.mingshu.gateway.answer;

import io.mingshu.nlq.Conversation;
import io.mingshu.semantic.answer.QueryResult;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The groups of an answer, which a follow-up may mean by "these". */
final class Members {
  private Members() {}

  /** The values of each dimension, in their order; of one with too many, none. */
  static Map<String, List<String>> of(QueryResult result) {
    Map<String, List<String>> members = new LinkedHashMap<>();
    for (int i = 0; i < result.columns().size(); i++) {
      int place = i;
      result
          .columns()
          .get(i)
          .dimension()
          .ifPresent(
              name -> {
                Set<String> values = new LinkedHashSet<>();
                result.rows().stream()
                    .map(row -> row.get(place))
                    .filter(Objects::nonNull)
                    .forEach(value -> values.add(String.valueOf(value)));
                if (values.size() <= Conversation.MOST_MEMBERS) {
                  members.put(name, List.copyOf(values));
                }
              });
    }
    return members;
  }
}
