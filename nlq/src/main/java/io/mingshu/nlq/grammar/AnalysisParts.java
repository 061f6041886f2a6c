package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Part;
import io.mingshu.nlq.lexicon.AnalysisWords;
import io.mingshu.nlq.lexicon.Words.StepWord;
import io.mingshu.semantic.query.FunnelQuery.Window;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.PathQuery.Direction;
import io.mingshu.semantic.query.RetentionQuery.Return;
import java.util.List;
import java.util.Optional;

/** What phrases of analyses stand for. */
public final class AnalysisParts {
  private AnalysisParts() {}

  /**
   * Steps, one after the other.
   *
   * @param listed whether they were only listed (a, b and c) rather than led from one to the next
   * @param strict whether each follows directly
   * @param mixed whether it is not clear which of them lead to which, or within how long
   * @param window how long people have, where it was said between them
   */
  public record StepsPart(
      List<StepWord> steps, boolean listed, boolean strict, boolean mixed, Optional<Window> window)
      implements Part, AnalysisWords.Opening {
    public StepsPart {
      steps = List.copyOf(steps);
    }

    @Override
    public String role() {
      return "analysis";
    }
  }

  /** Those who did something: of users who added to cart. */
  public record BaseStep(StepWord step) implements Part, AnalysisWords.Opening {
    @Override
    public String role() {
      return "analysis";
    }
  }

  /**
   * What some of them did then: 完成支付的占多少.
   *
   * @param not what they did not do: 没再下单的
   */
  public record GoalStep(StepWord step, boolean not) implements Part {
    @Override
    public String role() {
      return "analysis";
    }
  }

  /** A length of time in which something happens: within 3 days. */
  record WindowWord(Window window) implements Meaning {}

  /** How long people have from the first step. */
  public record WindowPart(Window window) implements Part {
    @Override
    public String role() {
      return "analysis";
    }
  }

  /** In which intervals after a cohort's own. */
  public record ReturnPart(List<Return> returns, Grain unit, boolean retention) implements Part {
    public ReturnPart {
      returns = List.copyOf(returns);
    }

    public ReturnPart(List<Return> returns, Grain unit) {
      this(returns, unit, false);
    }

    /** The only interval, where there is one. */
    public Optional<Integer> only() {
      return returns.size() == 1
              && returns.get(0).last().filter(l -> l == returns.get(0).first()).isPresent()
          ? Optional.of(returns.get(0).first())
          : Optional.empty();
    }

    @Override
    public String role() {
      return "analysis";
    }
  }

  /**
   * Who buys again within so many days.
   *
   * @param afterTheFirst whether the first purchase is said to begin them
   * @param ordered whether orders are said beside purchases, which are not the same
   */
  public record RepurchasePart(int days, boolean afterTheFirst, boolean ordered)
      implements Part, AnalysisWords.Opening {
    @Override
    public String role() {
      return "analysis";
    }
  }

  /** So long a time from the end of a period on: in the 30 days after. */
  public record StretchPart(int count, Grain unit) implements Part {
    @Override
    public String role() {
      return "analysis";
    }
  }

  /**
   * Ways of so many pages at most: 三步路径.
   *
   * @param direction where the words say that, too: 接下来两步
   */
  public record DepthPart(int pages, Optional<Direction> direction)
      implements Part, AnalysisWords.Opening {
    @Override
    public String role() {
      return "analysis";
    }
  }

  /** So many ways: 5条路径. */
  public record WaysPart(int count) implements Part {
    @Override
    public String role() {
      return "ranking";
    }
  }

  /**
   * Buckets of when people joined.
   *
   * @param bought whether by their first purchase
   */
  public record JoiningGrain(Grain grain, boolean bought) implements Part, AnalysisWords.Opening {
    @Override
    public String role() {
      return "grain";
    }
  }
}
