package io.mingshu.semantic.plan.naive;

import io.mingshu.semantic.plan.naive.NaiveFigures.Selection;
import io.mingshu.semantic.plan.naive.NaiveFigures.Window;
import io.mingshu.semantic.plan.naive.NaiveMetrics.Figure;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who comes back, by looking at every row of everybody. */
final class NaiveBehaviour {
  private final NaiveFigures figures;
  private final DayOfWeek weekStart;
  private final LocalDate today;
  private final Map<Object, List<NaiveRow>> everything = new HashMap<>();
  private final Map<Object, Set<Object>> anybody = new HashMap<>();

  NaiveBehaviour(NaiveFigures figures, DayOfWeek weekStart, LocalDate today) {
    this.figures = figures;
    this.weekStart = weekStart;
    this.today = today;
  }

  /** Somebody in the cohort of a unit of time. */
  private record Start(Object who, LocalDate unit) {}

  @Nullable Object value(NaiveMetrics.Behaviour about, Selection selection) {
    if (about instanceof NaiveMetrics.Joined joined) {
      NaiveMetrics.Rows activity = rows(joined.activity());
      Set<Start> cohort = joined(joined, selection);
      long retained =
          cohort.stream().filter(s -> came(s, activity, joined.unit(), joined.after())).count();
      return figure(joined.figure(), cohort.size(), retained);
    }
    if (about instanceof NaiveMetrics.Again again) {
      NaiveMetrics.Rows activity = rows(again.activity());
      Set<Start> cohort = started(again, selection);
      long retained =
          cohort.stream().filter(s -> came(s, activity, again.unit(), again.after())).count();
      return figure(again.figure(), cohort.size(), retained);
    }
    if (about instanceof NaiveMetrics.Worth worth) {
      if (worth.figure() == Figure.COHORT) {
        return (long) members(worth, selection).size();
      }
      return worth(worth, selection);
    }
    if (about instanceof NaiveMetrics.Left left) {
      Set<Object> there = there(left, selection);
      Set<Object> since = anybody(rows(left.activity()), away(left, selection));
      return there.stream().filter(who -> left.all() || !since.contains(who)).count();
    }
    return lives((NaiveMetrics.Life) about, selection);
  }

  boolean exists(NaiveMetrics.Behaviour about, Selection selection) {
    if (about instanceof NaiveMetrics.Joined joined) {
      return joined.figure() == Figure.RETAINED
          ? NaiveFigures.number(value(joined, selection)) > 0
          : !joined(joined, selection).isEmpty();
    }
    if (about instanceof NaiveMetrics.Again again) {
      return !started(again, selection).isEmpty();
    }
    if (about instanceof NaiveMetrics.Worth worth) {
      return !members(worth, selection).isEmpty();
    }
    if (about instanceof NaiveMetrics.Left left) {
      return !there(left, selection).isEmpty();
    }
    NaiveMetrics.Life life = (NaiveMetrics.Life) about;
    boolean startsNow = life.state().equals("resurrected");
    Window start = startsNow ? selection.window() : selection.before();
    return !people(rows(life.activity()), selection.over(start)).isEmpty();
  }

  private static @Nullable Object figure(Figure figure, long cohort, long retained) {
    return switch (figure) {
      case COHORT -> cohort;
      case RETAINED -> retained;
      case RATE -> NaiveFigures.divide(retained, cohort);
    };
  }

  private Set<Start> joined(NaiveMetrics.Joined joined, Selection selection) {
    Set<Start> cohort = new HashSet<>();
    for (NaiveRow row : figures.matching(rows("joined"), selection)) {
      LocalDate unit = floor(day(row, "join_time"), joined.unit());
      if (told(unit, joined.unit(), joined.after(), joined.after(), rows(joined.activity()))) {
        cohort.add(new Start(Objects.requireNonNull(row.cells().get("user")), unit));
      }
    }
    return cohort;
  }

  private Set<Start> started(NaiveMetrics.Again again, Selection selection) {
    NaiveMetrics.Rows start = rows(again.start());
    Set<Start> cohort = new HashSet<>();
    for (NaiveRow row : figures.matching(start, selection)) {
      LocalDate unit = floor(day(row, start.time()), again.unit());
      Object who = row.cells().get("user");
      if (who != null
          && (!again.firstTime() || isFirst(who, unit, start, selection))
          && told(unit, again.unit(), again.after(), again.after(), rows(again.activity()))) {
        cohort.add(new Start(who, unit));
      }
    }
    return cohort;
  }

  private boolean isFirst(
      Object who, LocalDate unit, NaiveMetrics.Rows start, Selection selection) {
    LocalDateTime from = selection.window().from();
    LocalDateTime unitFrom = unit.atStartOfDay();
    return everything(start).stream()
        .filter(row -> who.equals(row.cells().get("user")))
        .map(
            row ->
                LocalDateTime.ofInstant(
                    Objects.requireNonNull(row.moment(start.time())), figures.zone()))
        .noneMatch(time -> time.isBefore(from) || time.isBefore(unitFrom));
  }

  private boolean came(Start start, NaiveMetrics.Rows activity, String unit, int after) {
    LocalDate later = plus(start.unit(), unit, after);
    return everything(activity).stream()
        .anyMatch(
            row ->
                start.who().equals(row.cells().get("user"))
                    && floor(day(row, activity.time()), unit).equals(later));
  }

  private Set<NaiveRow> members(NaiveMetrics.Worth worth, Selection selection) {
    Set<NaiveRow> members = new HashSet<>(figures.matching(rows("joined"), selection));
    members.removeIf(
        row -> !told(day(row, "join_time"), "day", 0, worth.days() - 1, rows(worth.value())));
    return members;
  }

  private @Nullable Object worth(NaiveMetrics.Worth worth, Selection selection) {
    NaiveMetrics.Rows value = rows(worth.value());
    Set<NaiveRow> members = members(worth, selection);
    BigDecimal sum = BigDecimal.ZERO;
    for (NaiveRow member : members) {
      LocalDate joined = day(member, "join_time");
      for (NaiveRow row : everything(value)) {
        LocalDate day = day(row, value.time());
        boolean inTime = !day.isBefore(joined) && day.isBefore(joined.plusDays(worth.days()));
        if (inTime
            && Objects.equals(member.cells().get("user"), row.cells().get("user"))
            && row.cells().get(value.cell()) instanceof BigDecimal amount) {
          sum = sum.add(amount);
        }
      }
    }
    return NaiveFigures.divide(sum, (long) members.size());
  }

  private Set<Object> there(NaiveMetrics.Left left, Selection selection) {
    LocalDateTime end = away(left, selection).from();
    Window window = new Window(end.minusDays(left.there()), end);
    return people(rows(left.activity()), selection.over(window));
  }

  private Window away(NaiveMetrics.Left left, Selection selection) {
    LocalDate last = selection.window().until().minusNanos(1).toLocalDate();
    LocalDate seen = seen(rows(left.activity()));
    boolean begunOnly = selection.window().from().toLocalDate().isAfter(seen);
    LocalDateTime end = (last.isAfter(seen) && !begunOnly ? seen : last).plusDays(1).atStartOfDay();
    return new Window(end.minusDays(left.away()), end);
  }

  private long lives(NaiveMetrics.Life life, Selection selection) {
    NaiveMetrics.Rows activity = rows(life.activity());
    Set<Object> before = people(activity, selection.over(selection.before()));
    Set<Object> now = people(activity, selection);
    return switch (life.state()) {
      case "retained" ->
          before.stream().filter(anybody(activity, selection.window())::contains).count();
      case "dormant" ->
          before.stream()
              .filter(who -> !anybody(activity, selection.window()).contains(who))
              .count();
      default -> {
        Set<Object> earlier = anybody(activity, selection.before());
        Set<Object> known =
            anybody(
                activity,
                new Window(LocalDate.of(2000, 1, 1).atStartOfDay(), selection.window().from()));
        yield now.stream().filter(who -> !earlier.contains(who) && known.contains(who)).count();
      }
    };
  }

  private Set<Object> people(NaiveMetrics.Rows activity, Selection selection) {
    Set<Object> people = new HashSet<>();
    for (NaiveRow row : figures.matching(activity, selection)) {
      Object who = row.cells().get("user");
      if (who != null) {
        people.add(who);
      }
    }
    return people;
  }

  /** Whatever the filter and the group. */
  private Set<Object> anybody(NaiveMetrics.Rows activity, Window window) {
    return anybody.computeIfAbsent(
        List.of(activity, window),
        key -> people(activity, new Selection(window, window, window, Optional.empty(), Map.of())));
  }

  private List<NaiveRow> everything(NaiveMetrics.Rows rows) {
    Window ever =
        new Window(
            LocalDate.of(2000, 1, 1).atStartOfDay(), LocalDate.of(2100, 1, 1).atStartOfDay());
    return everything.computeIfAbsent(
        rows,
        key -> figures.matching(rows, new Selection(ever, ever, ever, Optional.empty(), Map.of())));
  }

  /** Whether units after another are over by yesterday and wholly inside the data. */
  private boolean told(LocalDate unit, String of, int first, int last, NaiveMetrics.Rows activity) {
    LocalDate end = plus(unit, of, last + 1);
    return !plus(unit, of, first).isBefore(figures.firstDay(activity.fact()))
        && !end.isAfter(seen(activity).plusDays(1));
  }

  private LocalDate seen(NaiveMetrics.Rows activity) {
    LocalDate last = figures.lastDay(activity.fact());
    return last.isBefore(today) ? last : today.minusDays(1);
  }

  private LocalDate day(NaiveRow row, String time) {
    Instant moment = row.moment(time);
    if (moment == null) {
      throw new IllegalArgumentException(time);
    }
    return LocalDate.ofInstant(moment, figures.zone());
  }

  private LocalDate floor(LocalDate day, String unit) {
    return switch (unit) {
      case "day" -> day;
      case "week" -> day.with(TemporalAdjusters.previousOrSame(weekStart));
      default -> day.withDayOfMonth(1);
    };
  }

  private static LocalDate plus(LocalDate start, String unit, int units) {
    return switch (unit) {
      case "day" -> start.plusDays(units);
      case "week" -> start.plusWeeks(units);
      default -> start.plusMonths(units);
    };
  }

  private static NaiveMetrics.Rows rows(String metric) {
    return (NaiveMetrics.Rows) NaiveMetrics.get(metric);
  }
}
