package io.mingshu.app.command;

import java.time.LocalDate;
import java.time.ZoneId;

/** Facts about the demo shop that more than one command needs. */
final class DemoShop {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private DemoShop() {}

  /** The business day before today's. */
  static LocalDate yesterday() {
    return LocalDate.now(ZONE).minusDays(1);
  }
}
