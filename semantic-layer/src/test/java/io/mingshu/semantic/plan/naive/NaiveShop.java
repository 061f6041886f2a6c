package io.mingshu.semantic.plan.naive;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A small shop of random rows: empty and missing values, ties, unpaid orders, users who only visit
 * or only buy, rows just around midnight, new year and clock changes.
 */
public record NaiveShop(List<Purchase> purchases, List<Visit> visits, List<Member> members) {

  /** A row of an order. */
  public record Purchase(
      String orderId,
      @Nullable String userId,
      Instant orderTime,
      @Nullable Instant payTime,
      @Nullable String province,
      @Nullable String campaign,
      @Nullable BigDecimal amount,
      @Nullable BigDecimal paidAmount,
      @Nullable BigDecimal refundAmount,
      @Nullable Long quantity,
      long seq) {}

  /** An action of a user. */
  public record Visit(
      @Nullable String userId,
      Instant time,
      String action,
      @Nullable String province,
      @Nullable String campaign,
      @Nullable Long rooms) {}

  /** Somebody who joined; what a member does carries the time and the level. */
  public record Member(String userId, Instant joinTime, @Nullable String level) {}

  static final LocalDate FIRST = LocalDate.of(2024, 11, 20);
  static final LocalDate LAST = LocalDate.of(2026, 4, 20);

  public static NaiveShop random(long seed, int size) {
    Random random = new Random(seed);
    List<Purchase> purchases = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String orderId = "o" + i;
      String user = user(random);
      Instant ordered = moment(random);
      Instant paid =
          random.nextInt(5) == 0 ? null : ordered.plusSeconds(random.nextInt(3) * 5_400L);
      String province = pick(random, "广东", "广东", "浙江", "北京", "西藏", null);
      int rows = 1 + random.nextInt(3) / 2;
      for (int row = 0; row < rows; row++) {
        BigDecimal amount = random.nextInt(25) == 0 ? null : money(random);
        purchases.add(
            new Purchase(
                orderId,
                user,
                ordered,
                paid,
                province,
                pick(random, "618", "双11", "O'Hara", "", null, null),
                random.nextInt(30) == 0 ? BigDecimal.valueOf(-5) : amount,
                paid == null ? BigDecimal.ZERO : amount,
                paid != null && random.nextInt(4) == 0 ? amount : BigDecimal.ZERO,
                random.nextInt(10) == 0 ? null : 1L + random.nextInt(3),
                1 + random.nextInt(3)));
      }
    }
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < 2 * size; i++) {
      visits.add(
          new Visit(
              user(random),
              moment(random),
              String.valueOf(pick(random, "view", "view", "cart", "pay")),
              pick(random, "广东", "浙江", "浙江", "北京", ""),
              pick(random, "618", "双11", "O'Hara", "", null),
              random.nextInt(4) == 0 ? null : (long) random.nextInt(5)));
    }
    List<Member> members = members(random);
    Instant last = visits.stream().map(Visit::time).max(Instant::compareTo).orElseThrow();
    Instant first = visits.stream().map(Visit::time).min(Instant::compareTo).orElseThrow();
    for (Member member : members) {
      firstVisits(member, random, visits);
    }
    // The days of the data stay those of visits at any time.
    visits.removeIf(visit -> visit.time().isAfter(last) || visit.time().isBefore(first));
    return new NaiveShop(List.copyOf(purchases), List.copyOf(visits), members);
  }

  /** Not everybody who does something is a member, and not every member does something. */
  private static List<Member> members(Random random) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 28; i++) {
      if (random.nextInt(12) != 0) {
        Instant joined =
            random.nextInt(3) == 0
                ? moment(random).minusSeconds(random.nextInt(60) * 86_400L)
                : moment(random);
        members.add(new Member("u" + i, joined, pick(random, "gold", "gold", "basic", "", null)));
      }
    }
    return List.copyOf(members);
  }

  /** Visits a few days after joining, and around midnight. */
  private static void firstVisits(Member member, Random random, List<Visit> visits) {
    for (int i = random.nextInt(5); i > 0; i--) {
      long days = pick(random, 0, 1, 1, 2, 7, 14, 30);
      Instant time = member.joinTime().plusSeconds(days * 86_400 + random.nextInt(3) * 3_600L);
      String action = random.nextBoolean() ? "view" : "cart";
      visits.add(new Visit(member.userId(), time, action, "浙江", pick(random, "618", null), 1L));
    }
  }

  /** The member that a user is. */
  @Nullable Member member(@Nullable String userId) {
    return members.stream().filter(m -> m.userId().equals(userId)).findFirst().orElse(null);
  }

  private static @Nullable String user(Random random) {
    return random.nextInt(40) == 0 ? null : "u" + random.nextInt(25);
  }

  private static @Nullable String pick(Random random, @Nullable String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static long pick(Random random, long... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static BigDecimal money(Random random) {
    return BigDecimal.valueOf(random.nextInt(4) == 0 ? 2_000 : random.nextInt(9_999), 2);
  }

  private static Instant moment(Random random) {
    long days = LAST.toEpochDay() - FIRST.toEpochDay();
    LocalDate day =
        switch (random.nextInt(6)) {
          case 0 -> LocalDate.of(2025, 12, 30).plusDays(random.nextInt(5));
          case 1 -> LocalDate.of(2025, 3, 8).plusDays(random.nextInt(3));
          case 2 -> LocalDate.of(2025, 11, 1).plusDays(random.nextInt(4));
          default -> FIRST.plusDays(2 + random.nextInt((int) days - 3));
        };
    LocalDateTime time =
        switch (random.nextInt(4)) {
          case 0 -> day.atTime(23, 30);
          case 1 -> day.atTime(15 + random.nextInt(2), 59, 59).plusSeconds(random.nextInt(3));
          case 2 -> day.atTime(random.nextInt(12), 30 * random.nextInt(2));
          default -> day.atStartOfDay().plusSeconds(random.nextInt(86_400));
        };
    return time.toInstant(ZoneOffset.UTC);
  }

  /** Writes the rows as the engine's tables. */
  public void writeTo(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE purchases (order_id VARCHAR, user_id VARCHAR, order_time TIMESTAMP,"
                + " pay_time TIMESTAMP, province VARCHAR, campaign VARCHAR, amount DECIMAL(12,2),"
                + " paid_amount DECIMAL(12,2), refund_amount DECIMAL(12,2), quantity INTEGER,"
                + " seq INTEGER, join_time TIMESTAMP, level VARCHAR)");
        statement.execute(
            "CREATE TABLE visit_log (user_id VARCHAR, visit_time TIMESTAMP, action VARCHAR,"
                + " province VARCHAR, campaign VARCHAR, rooms INTEGER, join_time TIMESTAMP,"
                + " level VARCHAR)");
        statement.execute(
            "CREATE TABLE members (user_id VARCHAR, join_time TIMESTAMP, level VARCHAR)");
      }
      connection.setAutoCommit(false);
      for (Purchase p : purchases) {
        insert(
            connection,
            "INSERT INTO purchases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            p.orderId(),
            p.userId(),
            utc(p.orderTime()),
            utc(p.payTime()),
            p.province(),
            p.campaign(),
            p.amount(),
            p.paidAmount(),
            p.refundAmount(),
            p.quantity(),
            p.seq(),
            joined(p.userId()),
            level(p.userId()));
      }
      for (Visit v : visits) {
        insert(
            connection,
            "INSERT INTO visit_log VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            v.userId(),
            utc(v.time()),
            v.action(),
            v.province(),
            v.campaign(),
            v.rooms(),
            joined(v.userId()),
            level(v.userId()));
      }
      for (Member m : members) {
        insert(
            connection,
            "INSERT INTO members VALUES (?, ?, ?)",
            m.userId(),
            utc(m.joinTime()),
            m.level());
      }
      connection.commit();
    }
  }

  private @Nullable LocalDateTime joined(@Nullable String userId) {
    Member member = member(userId);
    return member == null ? null : utc(member.joinTime());
  }

  private @Nullable String level(@Nullable String userId) {
    Member member = member(userId);
    return member == null ? null : member.level();
  }

  private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static void insert(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.execute();
    }
  }
}
