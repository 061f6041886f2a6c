package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.Rfm;
import io.mingshu.semantic.catalog.RuleWindow;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.catalog.SegmentRule;
import io.mingshu.semantic.catalog.SegmentRule.Bound;
import io.mingshu.semantic.catalog.SegmentRule.Figure;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricCondition.Operator;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.math.BigDecimal;
import java.util.List;

/** Who belongs to a segment, for people: read out from its rule. Immutable. */
public final class SegmentWording {
  private final Catalog catalog;

  public SegmentWording(Catalog catalog) {
    this.catalog = catalog;
  }

  public Text of(Segment segment) {
    return of(segment.rule());
  }

  public Text of(SegmentRule rule) {
    return new Text(
        new Reader(catalog, Language.ZH).rule(rule), new Reader(catalog, Language.EN).rule(rule));
  }

  public Text of(Rfm rfm) {
    return new Text(
        new Reader(catalog, Language.ZH).rfm(rfm), new Reader(catalog, Language.EN).rfm(rfm));
  }

  /** Reads rules out in one language. */
  private static final class Reader {
    private final CatalogWords words;
    private final FilterWording filters;
    private final PeriodWording periods;
    private final Language language;

    Reader(Catalog catalog, Language language) {
      this.language = language;
      this.periods = new PeriodWording(catalog);
      this.words = new CatalogWords(catalog, language);
      this.filters = new FilterWording(words, new FigureWording(catalog.currency()));
    }

    String rule(SegmentRule rule) {
      if (rule instanceof SegmentRule.All all) {
        return several(all.rules(), say("，且", ", and "));
      }
      if (rule instanceof SegmentRule.Any any) {
        return several(any.rules(), say("，或", ", or "));
      }
      if (rule instanceof SegmentRule.Not not) {
        return say("没有：", "not: ") + inBrackets(not.rule());
      }
      if (rule instanceof SegmentRule.Having having) {
        return filters.filter(having.where());
      }
      if (rule instanceof SegmentRule.SignedUp signedUp) {
        String window = window(signedUp.window());
        return say(window + "注册", "signed up " + window);
      }
      if (rule instanceof SegmentRule.Measured measured) {
        return measured(measured);
      }
      if (rule instanceof SegmentRule.OnDays days) {
        String figure = say("当天", "") + conditions(days.figure(), days.bounds());
        return say(
            window(days.figure().window()) + "至少 " + days.days() + " 天" + figure,
            figure + " on at least " + days.days() + " days " + window(days.figure().window()));
      }
      return rule instanceof SegmentRule.Top top ? top(top) : every((SegmentRule.Every) rule);
    }

    private String several(List<SegmentRule> rules, String joined) {
      return String.join(joined, rules.stream().map(this::inBrackets).toList());
    }

    private String inBrackets(SegmentRule rule) {
      boolean compound = rule instanceof SegmentRule.All || rule instanceof SegmentRule.Any;
      return compound ? say("（" + rule(rule) + "）", "(" + rule(rule) + ")") : rule(rule);
    }

    private String measured(SegmentRule.Measured measured) {
      String window = window(measured.figure().window());
      String conditions = conditions(measured.figure(), measured.bounds());
      return say(window + conditions, conditions + " " + window);
    }

    private String top(SegmentRule.Top top) {
      String window = window(top.figure().window());
      String share = top.share().movePointRight(2).stripTrailingZeros().toPlainString() + "%";
      String metric = figure(top.figure());
      return say(
          window + metric + "排名前 " + share + "（含并列）",
          "in the top " + share + " by " + metric + " " + window + " (ties included)");
    }

    private String every(SegmentRule.Every every) {
      String window = window(every.figure().window());
      String conditions = conditions(every.figure(), every.bounds());
      String entity = words.dimension(every.entity());
      return say(
          window + "每个" + entity + "的" + conditions,
          "each " + entity + " " + window + " has " + conditions);
    }

    /** Of a number of people one person is counted in or not. */
    private String conditions(Figure figure, List<Bound> bounds) {
      boolean countedIn =
          words.unit(figure.metric()) == Metric.Unit.PEOPLE
              && bounds.equals(List.of(new Bound(Operator.AT_LEAST, BigDecimal.ONE)));
      if (countedIn) {
        return say("计入" + figure(figure), "counted in " + figure(figure));
      }
      String conditions =
          filters.conditions(
              bounds.stream()
                  .map(b -> MetricCondition.of(figure.metric(), b.operator(), b.value()))
                  .toList());
      return where(figure, conditions);
    }

    private String figure(Figure figure) {
      return where(figure, words.metric(figure.metric()));
    }

    private String where(Figure figure, String metric) {
      String time = figure.time().map(t -> say("（按 " + t + "）", " (by " + t + ")")).orElse("");
      String of =
          figure
              .where()
              .map(f -> say(filters.filter(f) + "的", " where " + filters.filter(f)))
              .orElse("");
      return say(of + metric + time, metric + time + of);
    }

    private String window(RuleWindow window) {
      if (window instanceof RuleWindow.Last last) {
        boolean days = last.unit() == Grain.DAY;
        return say(
            "近 " + last.count() + (days ? " 天" : " 个月"),
            "in the last " + last.count() + (days ? " days" : " months"));
      }
      if (window instanceof RuleWindow.DaysBack back) {
        return say(
            back.from() + " 天前到 " + back.to() + " 天前",
            "from " + back.from() + " to " + back.to() + " days ago");
      }
      if (window instanceof RuleWindow.Before before) {
        return say("近 " + before.days() + " 天之前", "before the last " + before.days() + " days");
      }
      if (window instanceof RuleWindow.Of of) {
        return periods.phrase(of.period(), language);
      }
      if (window instanceof RuleWindow.BeforePeriod before) {
        return say(
            periods.words(before.period(), language) + "之前",
            "before " + periods.words(before.period(), language));
      }
      return say("到昨天为止", "up to yesterday");
    }

    String rfm(Rfm rfm) {
      String often = words.metric(rfm.frequency());
      String much = words.metric(rfm.monetary());
      String window = window(rfm.window());
      return say(
          window
              + "有"
              + often
              + "的人，按最近一天（R）、"
              + often
              + "（F）、"
              + much
              + "（M）的名次各得 1–"
              + rfm.scores()
              + " 分，"
              + rfm.high()
              + " 分起为高；M 高为重要，否则为一般；R、F 都高为价值，只有 R 高为发展，只有 F 高为保持，都不高为挽留",
          "those with "
              + often
              + " "
              + window
              + ", each scored 1–"
              + rfm.scores()
              + " by rank of the last day (R), of "
              + often
              + " (F) and of "
              + much
              + " (M); "
              + rfm.high()
              + " or more is high. High M is important, otherwise general; R and F high: value,"
              + " only R: develop, only F: keep, neither: win back");
    }

    private String say(String zh, String en) {
      return words.isChinese() ? zh : en;
    }
  }
}
