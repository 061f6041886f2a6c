package io.mingshu.semantic.plan;

import io.mingshu.semantic.time.Bucket;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calendar units with numbers, from 0 on. */
final class Intervals {
  private final List<Bucket> units;
  private final Map<Long, Integer> numbers = new HashMap<>();

  Intervals(List<Bucket> units) {
    this.units = List.copyOf(units);
    for (Bucket unit : units) {
      numbers.put(BehaviourScene.local(unit.start()), numbers.size());
    }
  }

  int size() {
    return units.size();
  }

  LocalDateTime start(int number) {
    return units.get(number).start();
  }

  /** The number of the one that starts then; negative where there is none. */
  int numberOf(long localMicros) {
    return numbers.getOrDefault(localMicros, -1);
  }
}
