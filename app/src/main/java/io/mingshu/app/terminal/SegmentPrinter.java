package io.mingshu.app.terminal;

import io.mingshu.gateway.answer.SegmentsShown.Description;
import io.mingshu.gateway.answer.SegmentsShown.MetricShown;
import io.mingshu.gateway.answer.SegmentsShown.ProfileShown;
import io.mingshu.gateway.answer.SegmentsShown.ValueShown;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints a segment beside everybody, a figure a line, columns with tabs between. */
public final class SegmentPrinter {
  private final PrintWriter out;
  private final Language language;

  public SegmentPrinter(PrintWriter out, Language language) {
    this.out = out;
    this.language = language;
  }

  public void print(Description segment) {
    out.println(segment.label().in(language));
    out.println(segment.definition().in(language));
    line(
        say("用户数", "users"),
        String.valueOf(segment.size().users()),
        say("占全部 ", "of all ") + percent(segment.size().share()),
        say("截至 ", "as of ") + segment.asOf());
    out.println();
    line(say("指标", "metric"), say("该人群", "segment"), say("全部", "all"));
    for (MetricShown metric : segment.metrics()) {
      line(metric.label().in(language), figure(metric.segment()), figure(metric.all()));
    }
    for (ProfileShown profile : segment.profile()) {
      out.println();
      line(
          profile.label().in(language),
          say("人数", "users"),
          say("占该人群", "of segment"),
          say("占全部", "of all"),
          say("指数", "index"));
      for (ValueShown value : profile.values()) {
        line(
            value.label().in(language),
            String.valueOf(value.users()),
            percent(value.share()),
            percent(value.shareOfAll()),
            value.index() == null ? "-" : String.format(Locale.ROOT, "%.2f", value.index()));
      }
    }
  }

  private void line(String... cells) {
    out.println(String.join("\t", cells));
  }

  private String say(String zh, String en) {
    return new Text(zh, en).in(language);
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.1f%%", share * 100);
  }

  private static String figure(@Nullable Object figure) {
    if (figure == null) {
      return "-";
    }
    return figure instanceof BigDecimal number
        ? number.setScale(2, RoundingMode.HALF_UP).toPlainString()
        : figure instanceof Double number
            ? String.format(Locale.ROOT, "%.2f", number)
            : String.valueOf(figure);
  }
}
