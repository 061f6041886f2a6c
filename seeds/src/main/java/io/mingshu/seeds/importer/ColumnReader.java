package io.mingshu.seeds.importer;

import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.importer.ImportedColumn.Role;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides what a column is. */
final class ColumnReader {
  static final int MOST_VALUES = 200;
  private static final int LONGEST_VALUE = 60;
  private static final int MOST_DECIMALS = 8;
  private static final int FEW_CODES = 12;

  /** Headers such as {@code CustomerID}, {@code order_no}, {@code StockCode}, {@code 订单编号}. */
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "(^|[^A-Za-z])(id|no|code|sku|uuid|guid|key)$|[a-z](ID|Id|No|Code|Key)$|编号|编码|单号|号$",
          Pattern.UNICODE_CASE);

  private static final Pattern LOWER_IDENTIFIER =
      Pattern.compile("(^|[^a-z])(id|no|code|sku|uuid|guid|key)$");

  private static final Pattern CODED =
      Pattern.compile(
          "(?i)(level|type|status|state|grade|class|category|flag|gender|sex|year|month|week|zip)"
              + "|等级|类型|状态|类别|性别|年份|月份");

  private ColumnReader() {}

  static ImportedColumn read(Duck duck, String name, ZoneId zone) {
    ColumnProfile profile = ColumnProfiler.profile(duck, name);
    String v = Duck.name(name);
    Optional<TimeReading> time = TimeReading.find(duck, profile, zone);
    if (time.isPresent()) {
      return new ImportedColumn(name, Role.TIME, "TIMESTAMP", time.get().expression(), profile);
    }
    if (isIdentifier(name)) {
      return new ImportedColumn(name, Role.IDENTIFIER, "VARCHAR", identifier(v, profile), profile);
    }
    boolean codes =
        (CODED.matcher(name).find() && profile.distinct() <= FEW_CODES) || profile.padded() > 0;
    if (profile.mostly(profile.numbers()) && !codes) {
      return measure(name, v, profile);
    }
    if (profile.mostly(profile.booleans())) {
      return new ImportedColumn(
          name, Role.DIMENSION, "BOOLEAN", "TRY_CAST(" + v + " AS BOOLEAN)", profile);
    }
    boolean few = profile.distinct() <= MOST_VALUES && profile.longest() <= LONGEST_VALUE;
    return new ImportedColumn(name, few ? Role.DIMENSION : Role.TEXT, "VARCHAR", v, profile);
  }

  private static boolean isIdentifier(String name) {
    return IDENTIFIER.matcher(name).find() || LOWER_IDENTIFIER.matcher(name).find();
  }

  /** Identifiers that a spreadsheet turned into {@code 17850.0} get their form back. */
  private static String identifier(String v, ColumnProfile profile) {
    return profile.filled() > 0 && profile.whole() == profile.filled() && profile.decimals() > 0
        ? "regexp_replace(" + v + ", '\\.0+$', '')"
        : v;
  }

  private static ImportedColumn measure(String name, String v, ColumnProfile profile) {
    String type;
    if (profile.exponents() > 0 || profile.decimals() > MOST_DECIMALS) {
      type = "DOUBLE";
    } else if (profile.mostly(profile.whole()) && profile.whole() == profile.numbers()) {
      type = "BIGINT";
    } else {
      // Exact, so that sums of amounts have no crumbs.
      type = "DECIMAL(18," + Math.max(2, profile.decimals()) + ")";
    }
    return new ImportedColumn(
        name, Role.MEASURE, type, "TRY_CAST(" + v + " AS " + type + ")", profile);
  }
}
