package io.mingshu.semantic.plan.druid;

import io.mingshu.semantic.plan.druid.inplace.InPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements to Druid, and what is done with their rows.
 *
 * @param finish a statement over the tables of the fetches; absent where there is one fetch, whose
 *     rows are the answer
 * @param inPlace the same without the database, where that can be
 */
record Program(List<Fetch> fetches, Optional<String> finish, Optional<InPlace> inPlace) {

  Program {
    fetches = List.copyOf(fetches);
  }

  /** All statements in the order in which they can run, for reading. */
  String sql() {
    List<String> parts = new ArrayList<>();
    for (Fetch fetch : fetches) {
      for (int i = 0; i < fetch.parameters().size(); i++) {
        parts.add(
            "-- the values of ? number "
                + (i + 1)
                + " of "
                + fetch.name()
                + ":\n"
                + fetch.parameters().get(i).sql());
      }
      String label =
          fetches.size() > 1 || finish.isPresent() ? "-- Druid: " + fetch.name() + "\n" : "";
      parts.add(label + fetch.sql());
    }
    finish.ifPresent(sql -> parts.add("-- over these rows, in memory\n" + sql));
    return String.join("\n\n", parts);
  }
}
