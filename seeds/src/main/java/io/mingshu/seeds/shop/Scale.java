package io.mingshu.seeds.shop;

import java.util.Locale;

/** How large the demo shop is. */
public enum Scale {
  TINY(500, 200),
  DEMO(20_000, 2_000),
  LARGE(200_000, 20_000),
  HUGE(1_000_000, 100_000);

  private final int users;
  private final int items;

  Scale(int users, int items) {
    this.users = users;
    this.items = items;
  }

  public int users() {
    return users;
  }

  public int items() {
    return items;
  }

  /** The name by which users ask for it: {@code tiny}, {@code demo}, … */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
