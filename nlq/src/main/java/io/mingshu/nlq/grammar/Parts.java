package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Part;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What phrases stand for. */
public final class Parts {
  private Parts() {}

  /**
   * Values of one dimension that rows must (not) have.
   *
   * @param mentions how many values the question names (a group word is one)
   * @param ask whether a word is too loose to be taken without asking back
   */
  public record FilterPart(
      String dimension, List<String> codes, boolean negated, int mentions, boolean ask)
      implements Part {
    public FilterPart {
      codes = List.copyOf(codes);
    }

    @Override
    public String role() {
      return "value";
    }

    @Override
    public String refersTo() {
      return dimension;
    }
  }

  /** Dimensions that the answer is by. */
  public record GroupPart(List<String> dimensions, Kind kind, int count) implements Part {
    /** How they are asked for. */
    public enum Kind {
      /** 各省份, by province. */
      EACH,
      /** Just named. */
      BARE,
      /** 哪个省份, which provinces. */
      WHICH,
      /** 有几个省份, how many provinces. */
      HOW_MANY,
      /** The 5 provinces. */
      COUNTED,
      /** 这几个省: those of the answer before. */
      THESE,
      /** 该大区: the parent of a share. */
      PARENT,
      /** 每个大区里, within each region: each, and what shares and ranks are inside of. */
      WITHIN
    }

    public GroupPart {
      dimensions = List.copyOf(dimensions);
    }

    @Override
    public String role() {
      return "dimension";
    }

    @Override
    public String refersTo() {
      return String.join(",", dimensions);
    }
  }

  /**
   * A filter that no longer holds: 不限省份, drop the iOS filter.
   *
   * @param codes the values that were named; none: whatever they are
   */
  public record LiftPart(String dimension, List<String> codes) implements Part {
    public LiftPart {
      codes = List.copyOf(codes);
    }

    @Override
    public String role() {
      return "value";
    }

    @Override
    public String refersTo() {
      return dimension;
    }
  }

  /**
   * A condition on a metric's figure.
   *
   * @param metric absent: the metric that stands nearest
   * @param value absent: the figure over all groups
   * @param upTo the upper end, included, where the condition is a range
   * @param money whether the figure was said to be an amount
   * @param counts the metric that is counted in the figure's measure word (3单)
   */
  public record ConditionPart(
      Optional<String> metric,
      Measure measure,
      Operator operator,
      Optional<BigDecimal> value,
      Optional<BigDecimal> upTo,
      boolean money,
      Optional<String> counts)
      implements Part {
    @Override
    public String role() {
      return "condition";
    }

    @Override
    public String refersTo() {
      return metric.orElse("");
    }
  }

  /**
   * How many, from which end.
   *
   * @param metric the metric to rank by; absent: the one that stands nearest
   * @param count absent: as many as are counted elsewhere, else one
   * @param skip how many to leave out first
   */
  public record RankPart(
      Optional<String> metric,
      Optional<Integer> count,
      int skip,
      boolean descending,
      Measure measure)
      implements Part {
    @Override
    public String role() {
      return "ranking";
    }

    @Override
    public String refersTo() {
      return metric.orElse("");
    }
  }

  /** What to rank by, apart from the ranking itself: top 5 categories by revenue. */
  public record RankMetric(String metric) implements Part {
    @Override
    public String role() {
      return "ranking";
    }

    @Override
    public String refersTo() {
      return metric;
    }
  }

  /** The whole order of the rows, without a cut. */
  public record OrderPart(boolean descending, Measure measure) implements Part {
    @Override
    public String role() {
      return "ranking";
    }
  }

  /** Each of the things that a metric counts: each buyer, 每个买家, the average order. */
  public record EachOf(String counted) implements Part {
    @Override
    public String role() {
      return "average";
    }

    @Override
    public String refersTo() {
      return counted;
    }
  }

  /** The mean over the whole units of the period: 日均, per month on average. */
  public record MeanPart(Grain unit) implements Part {
    @Override
    public String role() {
      return "average";
    }
  }

  /** The same length just before: 前一个7天. */
  public record SpanBefore(int count, Grain unit) implements Part {
    @Override
    public String role() {
      return "comparison";
    }
  }
}
