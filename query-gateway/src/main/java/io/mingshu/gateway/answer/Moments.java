package io.mingshu.gateway.answer;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as answers write them: to the second, with the business zone's offset. */
public final class Moments {
  private Moments() {}

  public static String written(Instant moment, ZoneId zone) {
    return moment
        .truncatedTo(ChronoUnit.SECONDS)
        .atZone(zone)
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
