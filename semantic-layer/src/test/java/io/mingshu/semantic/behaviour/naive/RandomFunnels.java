package io.mingshu.semantic.behaviour.naive;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Funnels over {@link RandomLogs}, with all that a funnel can have. */
public final class RandomFunnels {
  private final Random random;
  private final WallClock clock;
  private final LocalDate firstDay;

  public RandomFunnels(long seed, WallClock clock, LocalDate firstDay) {
    this.random = new Random(seed + 1);
    this.clock = clock;
    this.firstDay = firstDay;
  }

  public FunnelOptions next() {
    List<EventMatch> steps = new ArrayList<>();
    int number = 2 + random.nextInt(3);
    while (steps.size() < number) {
      steps.add(match());
    }
    boolean sharing = random.nextInt(4) == 0;
    StepOrder order =
        pick(List.of(StepOrder.ORDERED, StepOrder.ORDERED, StepOrder.STRICT, StepOrder.UNORDERED));
    int from = random.nextInt(20);
    return new FunnelOptions(
        steps,
        order,
        sharing ? Optional.empty() : Optional.of(window()),
        clock,
        Span.days(firstDay.plusDays(from), firstDay.plusDays(from + random.nextInt(20))),
        firstDay
            .plusDays(RandomLogs.DAYS - random.nextInt(10))
            .atTime(random.nextInt(24), 0)
            .atZone(clock.zone())
            .toInstant(),
        sharing ? List.of("session") : List.of(),
        order == StepOrder.ORDERED ? exclusions(number) : List.of(),
        groups(number));
  }

  private List<Exclusion> exclusions(int steps) {
    List<Exclusion> exclusions = new ArrayList<>();
    while (random.nextInt(5) < 2 && exclusions.size() < 2) {
      int after = 1 + random.nextInt(steps - 1);
      int before = after + 1 + random.nextInt(steps - after);
      exclusions.add(new Exclusion(match(), after, before, pick(Exclusion.Effect.values())));
    }
    return exclusions;
  }

  private Optional<FunnelGroups> groups(int steps) {
    return switch (random.nextInt(5)) {
      case 0 -> Optional.of(new FunnelGroups.AtStep("device", 1));
      case 1 -> Optional.of(new FunnelGroups.AtStep("device", 1 + random.nextInt(steps)));
      case 2 -> Optional.of(new FunnelGroups.AtAllSteps("device"));
      default -> Optional.empty();
    };
  }

  private EventMatch match() {
    EventMatch match =
        random.nextInt(8) == 0 ? EventMatch.ANY : EventMatch.event(pick(RandomLogs.EVENTS));
    boolean any = match.event().isEmpty();
    return any || random.nextInt(5) == 0
        ? match.with("page", pick(List.of("home", "item", "cart")))
        : match;
  }

  private Duration window() {
    return random.nextBoolean()
        ? Duration.ofDays(1 + random.nextInt(7))
        : Duration.ofHours(1 + random.nextInt(48));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
