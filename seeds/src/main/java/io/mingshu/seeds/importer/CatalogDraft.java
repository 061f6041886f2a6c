package io.mingshu.seeds.importer;

import io.mingshu.seeds.importer.ImportedColumn.Role;
import io.mingshu.semantic.text.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The first draft of a catalog: a fact, the metrics and dimensions that its columns suggest, their
 * values. Words may be poor; the structure holds and the draft is valid, so that its owner edits
 * words.
 */
final class CatalogDraft {
  private static final Pattern MONEY =
      Pattern.compile(
          "(?i)(price|amount|revenue|sales|cost|fee|paid|gmv|profit|total|discount)|金额|价|额|费|收入");
  private static final Pattern AVERAGED =
      Pattern.compile("(?i)(price|rate|ratio|score|rating|age|percent|avg|mean)|单价|价格|率|评分|年龄");
  private static final Pattern PEOPLE =
      Pattern.compile("(?i)(customer|user|member|buyer|client|visitor)|用户|客户|会员|买家|顾客");
  private static final Pattern PERSONAL =
      Pattern.compile("(?i)(phone|mobile|email|mail|address|fullname|idcard)|手机|电话|邮箱|姓名|身份证|地址");

  private final String name;
  private final String table;
  private final ZoneId zone;
  private final List<ImportedColumn> columns;
  private final List<String> times;
  private final long rows;
  private final Map<String, List<String>> values;
  private final DraftWords words = new DraftWords();
  private final StringBuilder yaml = new StringBuilder();

  /**
   * @param times the time columns, the default one first
   * @param values the values of dimensions, by column
   */
  CatalogDraft(
      String name,
      String table,
      ZoneId zone,
      List<ImportedColumn> columns,
      List<String> times,
      long rows,
      Map<String, List<String>> values) {
    this.name = name;
    this.table = table;
    this.zone = zone;
    this.columns = List.copyOf(columns);
    this.times = List.copyOf(times);
    this.rows = rows;
    this.values = Map.copyOf(values);
  }

  String write() {
    Text title = HeaderWords.label(name);
    line("# Drafted from the data. Edit the words; `mingshu catalog validate` checks the result.");
    line("catalog: " + name);
    line("label: " + text(title));
    line("time_zone: " + zone.getId());
    line("week_start: monday");
    line("currency: CNY  # of the amounts");
    line("default_period: {type: all}");
    line("");
    line("facts:");
    line("  - name: " + words.name(table));
    line("    label: " + text(title));
    line("    table: " + table);
    line(
        "    times: ["
            + String.join(", ", times.stream().map(CatalogDraft::quoted).toList())
            + "]");
    // Metrics take their words first: they are what is asked for most.
    List<String> metrics = metrics();
    List<String> dimensions = dimensions();
    line("");
    line("dimensions:");
    dimensions.forEach(this::line);
    line("");
    line("metrics:");
    metrics.forEach(this::line);
    line("");
    line("examples:");
    line("  - {zh: 每月记录数, en: rows by month}");
    return yaml.toString();
  }

  private List<String> metrics() {
    List<String> out = new ArrayList<>();
    Text rowsLabel = words.label(new Text("记录数", "rows"));
    metric(out, words.name("row_count"), rowsLabel, "count", "function: count");
    out.add(
        out.size() - 1,
        "    terms: " + terms(List.of("行数", "条数"), List.of("records", "row count")));
    for (ImportedColumn column : columns) {
      if (column.role() == Role.IDENTIFIER) {
        Text thing = HeaderWords.named(column.name());
        Text label = words.label(new Text(thing.zh() + "数", plural(thing.en())));
        String unit = PEOPLE.matcher(column.name()).find() ? "people" : "count";
        metric(
            out,
            words.name(HeaderWords.snake(thing.en()) + "_count"),
            label,
            unit,
            "function: count_distinct, expression: " + expression(column.name()));
      } else if (column.role() == Role.MEASURE) {
        measures(out, column);
      }
    }
    return out;
  }

  private void measures(List<String> out, ImportedColumn column) {
    Text label = HeaderWords.label(column.name());
    String unit = MONEY.matcher(column.name()).find() ? "currency" : "number";
    String expression = ", expression: " + expression(column.name());
    String base = HeaderWords.snake(column.name());
    if (!AVERAGED.matcher(column.name()).find()) {
      metric(out, words.name(base), words.label(label), unit, "function: sum" + expression);
    }
    Text average = new Text("平均" + label.zh(), "average " + label.en());
    metric(
        out,
        words.name("average_" + base),
        words.label(average),
        unit,
        "function: avg" + expression);
    if (AVERAGED.matcher(column.name()).find()) {
      // Of a price or a rate only the mean makes sense, so the bare word means that.
      Set<String> bare = new LinkedHashSet<>(List.of(label.zh(), label.en()));
      String free =
          String.join(", ", bare.stream().filter(words::take).map(CatalogDraft::quoted).toList());
      out.add(out.size() - 1, "    terms: {zh: [" + free + "], en: []}");
    }
  }

  private void metric(List<String> out, String metric, Text label, String unit, String aggregate) {
    out.add("  - name: " + metric);
    out.add("    label: " + text(label));
    out.add("    unit: " + unit);
    out.add(
        "    aggregate: {fact: "
            + table
            + ", "
            + aggregate
            + ", time: "
            + quoted(times.get(0))
            + "}");
  }

  private List<String> dimensions() {
    List<String> out = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (ImportedColumn column : columns) {
      if (column.role() == Role.DIMENSION) {
        dimension(out, column, HeaderWords.label(column.name()));
        if (column.type().equals("BOOLEAN")) {
          out.add("    type: boolean");
        } else {
          values(out, column);
        }
      } else if (column.role() == Role.IDENTIFIER) {
        dimension(out, column, HeaderWords.named(column.name()));
        out.add("    entity: true");
        if (PEOPLE.matcher(column.name()).find()) {
          out.add("    personal: true");
        }
      } else if (column.role() == Role.TEXT) {
        left.add(column.name());
      }
    }
    timePart(out, "weekday", new Text("星期", "weekday"));
    timePart(out, "weekend", new Text("周末", "weekend"));
    timePart(out, "hour_of_day", new Text("小时", "hour"));
    if (!left.isEmpty()) {
      out.add("  # Left out as free text: " + String.join(", ", left).replaceAll("[\\r\\n]", " "));
    }
    return out;
  }

  private void dimension(List<String> out, ImportedColumn column, Text label) {
    out.add("  - name: " + words.name(HeaderWords.snake(column.name())));
    out.add("    label: " + text(words.label(label)));
    out.add("    column: " + expression(column.name()));
    out.add("    facts: [" + table + "]");
    if (column.hasGaps(rows)) {
      out.add("    optional: true");
    }
    if (PERSONAL.matcher(column.name()).find()) {
      out.add("    personal: true");
    }
  }

  private void values(List<String> out, ImportedColumn column) {
    Set<String> seen = new LinkedHashSet<>();
    out.add("    values:");
    int before = out.size();
    for (String code : values.getOrDefault(column.name(), List.of())) {
      String label = code.strip();
      if (label.isEmpty()) {
        continue;
      }
      if (!words.isFree(label)) {
        label = label + " (" + column.name() + ")";
      }
      if (words.isFree(label) && seen.add(DraftWords.fold(label))) {
        out.add("      - {code: " + quoted(code) + ", label: " + text(Text.same(label)) + "}");
      }
    }
    if (out.size() == before) {
      out.remove(before - 1);
    }
  }

  private void timePart(List<String> out, String part, Text label) {
    if (words.isFree(label.zh()) && words.isFree(label.en())) {
      out.add("  - name: " + words.name(part));
      out.add("    label: " + text(words.label(label)));
      out.add("    time_part: " + part);
    }
  }

  private static String plural(String thing) {
    return thing.matches(".*[a-z]")
        ? thing.endsWith("y") ? thing.substring(0, thing.length() - 1) + "ies" : thing + "s"
        : thing + " count";
  }

  private String terms(List<String> zh, List<String> en) {
    return "{zh: " + free(zh) + ", en: " + free(en) + "}";
  }

  private String free(List<String> wanted) {
    return "[" + String.join(", ", wanted.stream().filter(words::take).toList()) + "]";
  }

  private static String expression(String column) {
    return column.matches("[A-Za-z_][A-Za-z0-9_]*")
        ? column
        : quoted('"' + column.replace("\"", "\"\"") + '"');
  }

  private static String text(Text text) {
    return "{zh: " + quoted(text.zh()) + ", en: " + quoted(text.en()) + "}";
  }

  private static String quoted(String value) {
    StringBuilder out = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
              } else if (c < 0x20 || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.append('"').toString();
  }

  private void line(String line) {
    yaml.append(line).append('\n');
  }
}
