package io.mingshu.seeds.shop;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.time.LocalDate;

/**
 * Which demo shop to make; equal specs make equal files.
 *
 * @param scale how large
 * @param seed of all chance
 * @param end the last business day with data
 * @param days how many business days there are
 */
public record ShopSpec(Scale scale, long seed, LocalDate end, int days) {
  public static final int DEFAULT_DAYS = 396;
  public static final long DEFAULT_SEED = 7;
  private static final int MOST_DAYS = 3_660;

  public ShopSpec {
    if (days < 1 || days > MOST_DAYS) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(
              "--days 必须在 1 到 " + MOST_DAYS + " 之间。",
              "--days must be between 1 and " + MOST_DAYS + "."));
    }
    if (end.getYear() < 2000 || end.getYear() > 2099) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text("--end 必须在 2000 年到 2099 年之间。", "--end must be between 2000 and 2099."));
    }
  }

  /** The first business day with data. */
  public LocalDate start() {
    return end.minusDays(days - 1L);
  }
}
