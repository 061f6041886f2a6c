package io.mingshu.seeds.shop;

import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.dataset.Progress.Stage;
import java.io.IOException;
import java.nio.file.Path;

/** Plays the shop day by day and writes what happens. */
final class Simulation {
  private static final double LOSES_INTEREST = 0.2;
  private static final int LOYAL_AT_FIRST_DAYS = 8;

  private final ShopSpec spec;
  private final BusinessDays days;
  private final Population people;
  private final Goods goods;

  /** How many rows each file has. */
  record RowCounts(long users, long events, long orderItems) {}

  Simulation(ShopSpec spec) {
    this.spec = spec;
    this.days = new BusinessDays(spec);
    this.people = new Population(spec, days);
    this.goods = new Goods(spec.scale().items());
  }

  RowCounts run(Path usersFile, Path eventsFile, Path ordersFile, Progress progress)
      throws IOException {
    UserLog.write(usersFile, people);
    try (EventLog events = new EventLog(eventsFile, goods);
        OrderLog orders = new OrderLog(ordersFile, goods)) {
      Memory memory = new Memory(people.size);
      Experiments experiments = new Experiments(spec.seed(), days, memory);
      Attendance attendance = new Attendance(spec.seed(), people, days, memory, experiments);
      Visits visits =
          new Visits(spec.seed(), people, days, memory, experiments, goods, events, orders);
      for (int day = 0; day < days.count(); day++) {
        play(day, attendance, visits, memory);
        events.endDay(days.startOf(day));
        orders.endDay();
        progress.report(Stage.GENERATE, day + 1L, days.count());
      }
      return new RowCounts(people.size, events.written(), orders.written());
    }
  }

  private void play(int day, Attendance attendance, Visits visits, Memory memory) {
    double traffic = ShopCalendar.traffic(days.date(day));
    int campaign = ShopCalendar.campaign(days.date(day));
    long nextDay = days.startOf(day + 1);
    for (int user = 0; user < people.size && people.signup[user] < nextDay; user++) {
      int age = attendance.age(user, day);
      if (!attendance.comes(user, day, age, traffic)) {
        continue;
      }
      visits.spend(user, day, age == 0, campaign);
      if (people.fading[user]
          && age >= LOYAL_AT_FIRST_DAYS
          && Dice.unit(spec.seed(), user, 500_000L + day) < LOSES_INTEREST) {
        memory.set(user, Memory.LOST);
      }
    }
  }
}
