package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Part;
import io.mingshu.semantic.catalog.Ambiguity;
import io.mingshu.semantic.catalog.Unavailable;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What single words stand for. */
public final class Words {
  private Words() {}

  /**
   * A metric.
   *
   * @param adverb the unit that the word itself names ("monthly active users"), which asks for a
   *     series where the period holds several
   */
  public record MetricWord(String metric, Optional<Grain> adverb) implements Part {
    @Override
    public String role() {
      return "metric";
    }

    @Override
    public String refersTo() {
      return metric;
    }
  }

  /** What a metric counts, as it stands behind a number: 件 of 多少件. */
  public record MeasureWord(String metric) implements Meaning {}

  /**
   * What is done that a metric counts: 支付 of 支付了多少单.
   *
   * @param metrics by the measure word behind the number (单, 次)
   */
  public record MeasureVerb(Map<String, String> metrics) implements Meaning {
    public MeasureVerb {
      metrics = Map.copyOf(metrics);
    }
  }

  /** A dimension. */
  public record DimensionWord(String dimension) implements Part {
    @Override
    public String role() {
      return "dimension";
    }

    @Override
    public String refersTo() {
      return dimension;
    }

    /** A dimension by itself is a group; the rules say so. */
    @Override
    public boolean standsAlone() {
      return false;
    }
  }

  /**
   * A value of a dimension, or a word for several.
   *
   * @param ask whether the word is too loose to be taken without asking back
   */
  public record ValueWord(String dimension, List<String> codes, boolean ask) implements Meaning {
    public ValueWord {
      codes = List.copyOf(codes);
    }
  }

  /** An entry of the campaign calendar. */
  public record CampaignWord(String entry, Optional<String> value) implements Meaning {}

  /** A word that means several things in this catalog. */
  public record AmbiguousWord(Ambiguity ambiguity) implements Part {
    @Override
    public String role() {
      return "metric";
    }
  }

  /** A word for what the data do not have. */
  public record UnavailableWord(Unavailable unavailable) implements Part {
    @Override
    public String role() {
      return "metric";
    }
  }

  /** A word of the grammar. It is content: a reading must use it. */
  public record CueWord(Cue cue) implements Part {
    @Override
    public String role() {
      return cue.role();
    }

    @Override
    public Object kind() {
      return cue;
    }

    @Override
    public boolean standsAlone() {
      return cue.standsAlone();
    }
  }

  /** A word for an analysis of behaviour, or for what it shows. */
  public record AnalysisWord(AnalysisCue cue) implements Part {
    @Override
    public String role() {
      return "analysis";
    }
  }

  /** A funnel that has a name. */
  public record FunnelWord(String funnel) implements Part {
    @Override
    public String role() {
      return "analysis";
    }

    @Override
    public String refersTo() {
      return funnel;
    }
  }

  /** Something that people do, as a step of a funnel. */
  public record StepWord(Text label, Filter event) implements Meaning {}

  /** Courtesy and filler: carries no content. */
  public record FillerWord() implements Part {
    @Override
    public boolean saysNothing() {
      return true;
    }

    @Override
    public String role() {
      return "filler";
    }
  }
}
