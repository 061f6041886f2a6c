package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.AnalysisParts.StepsPart;
import io.mingshu.nlq.grammar.AnalysisParts.WindowWord;
import io.mingshu.nlq.lexicon.Words.StepWord;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Steps that lead from one to the next (view → cart → pay, 从浏览到支付), or that are only listed. Where
 * a word is an event and a page, all steps are of one kind if they can be.
 */
final class StepLists implements Stratum {
  private static final int MOST = 12;
  private static final double COST = 0.9;
  private static final double STEP_COST = 0.1;

  private static final String NOUN = "(?:了|过)?的?(?:用户|人|行为|事件|环节|阶段|页面|动作)?";
  private static final Pattern LEADING =
      Pattern.compile(
          "\\s*"
              + NOUN
              + "\\s*(?:-{0,2}>+|=+>|»|~|—|\\||[,，、]?\\s?(?:再到|最后到|然后到|接着到|到|至|然后|随后|接着|之后再|之后|后再|再|后)(?:再|去|进行|完成|是|最终|最后)?"
              + "|\\s?-\\s?(?=\\p{IsHan})|,? (?:directly |immediately )?(?:and )?(?:then )?(?:on )?(?:to|into|through to|then|(?:directly |immediately )?followed (?:directly |immediately )?by)(?: the| a| an)?"
              + "(?= ))\\s*");
  private static final Pattern LISTING =
      Pattern.compile("\\s*(?:[,，、/+]\\s*(?:and |then )?|和|与| and | & )\\s*");
  private static final Pattern THEN =
      Pattern.compile("\\s*" + NOUN + "\\s*(?:之后的?|以后的?|后的?|,|，| and then | then | and )\\s*");
  private static final Pattern DOING =
      Pattern.compile("\\s*(?:就|又|再|去|能|会|完成|进行|发生|有|to |they |that |go on to )?(?:了)?\\s*");
  private static final Pattern CLOSING =
      Pattern.compile(
          "\\s*(?:这一步|这步|这一环|这个环节|这[一两几三四五六]步|这[一两几三四五六]个?(?:环节|页面|页|步骤|阶段|动作|节点|pages?|steps?)|这个过程|这一过程|过程中|过程|这个流程|这条链路|这个链路|链路|流程)");
  private static final Pattern DIRECTLY = Pattern.compile("directly|immediately|紧接着|直接");
  private static final Pattern OPENING =
      Pattern.compile(
          "(?:从|由|自|有过|an? |from (?:the )?|starting (?:from|at|with) (?:the |a )?|between )$");

  @Override
  public void extend(Chart chart) {
    int covered = 0;
    for (int start = 0; start < chart.length(); start++) {
      List<Edge> first = longest(chart, start);
      if (first.isEmpty() || start < covered) {
        continue;
      }
      Optional<Edge> list = follow(chart, start, first);
      if (list.isPresent()) {
        chart.add(list.get());
        covered = list.get().end();
      }
    }
  }

  private static Optional<Edge> follow(Chart chart, int start, List<Edge> first) {
    List<List<Edge>> places = new ArrayList<>();
    places.add(first);
    int end = first.get(0).end();
    boolean listed = false;
    boolean led = false;
    int windows = 0;
    Optional<Window> window = Optional.empty();
    for (int i = 0; i < MOST; i++) {
      Optional<List<Edge>> next = next(chart, end, LEADING);
      led |= next.isPresent();
      if (next.isEmpty()) {
        Optional<Edge> within = within(chart, end);
        next = within.flatMap(edge -> next(chart, edge.end(), DOING));
        if (next.isPresent()) {
          windows += isSame(places.get(places.size() - 1), next.get()) ? 0 : 1;
          window = within.map(edge -> ((WindowWord) edge.meaning()).window());
        }
      }
      if (next.isEmpty()) {
        next = next(chart, end, LISTING);
        listed |= next.isPresent();
      }
      if (next.isEmpty()) {
        break;
      }
      if (!isSame(places.get(places.size() - 1), next.get())) {
        places.add(next.get());
      }
      end = next.get().get(0).end();
    }
    if (places.size() < 2) {
      return Optional.empty();
    }
    boolean mixed =
        (led && listed) || windows > 1 || (windows == 1 && (led || listed) && places.size() > 2);
    boolean strict = DIRECTLY.matcher(chart.text().substring(start, end)).find();
    Matcher opening = StepPhrases.before(OPENING, chart.text(), start);
    int from = opening.find() ? opening.start() : start;
    boolean between = from < start && chart.text().startsWith("between", from);
    Matcher closing = CLOSING.matcher(chart.text()).region(end, chart.length());
    int until = closing.lookingAt() ? closing.end() : end;
    return Optional.of(
        new Edge(
            from,
            until,
            new StepsPart(ofOneKind(places), listed && !between, strict, mixed, window),
            COST + STEP_COST * places.size()));
  }

  /** 搜索的用户，搜索→加购: a step that is only said again. */
  private static boolean isSame(List<Edge> one, List<Edge> other) {
    return one.get(0).meaning().equals(other.get(0).meaning());
  }

  /** 加购后3天内: a window between two steps. */
  private static Optional<Edge> within(Chart chart, int end) {
    Matcher then = THEN.matcher(chart.text()).region(end, chart.length());
    if (!then.lookingAt()) {
      return Optional.empty();
    }
    return chart.at(then.end()).stream()
        .filter(edge -> edge.meaning() instanceof WindowWord)
        .max(Comparator.comparingInt(Edge::end));
  }

  private static Optional<List<Edge>> next(Chart chart, int end, Pattern separator) {
    Matcher matcher = separator.matcher(chart.text());
    matcher.region(end, chart.length());
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    int at = matcher.end();
    List<Edge> found = longest(chart, at);
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** The steps that the longest word at a place may be. */
  private static List<Edge> longest(Chart chart, int at) {
    if (at >= chart.length()) {
      return List.of();
    }
    int end = at;
    List<Edge> found = new ArrayList<>();
    for (Edge edge : chart.at(at)) {
      if (edge.meaning() instanceof StepWord && edge.end() >= end) {
        if (edge.end() > end) {
          found.clear();
          end = edge.end();
        }
        found.add(edge);
      }
    }
    return found;
  }

  /** With the events or pages of one dimension, where there are such for each place. */
  private static List<StepWord> ofOneKind(List<List<Edge>> places) {
    for (Edge sample : places.get(0)) {
      List<StepWord> alike = alike(places, dimension((StepWord) sample.meaning()));
      if (alike.size() == places.size()) {
        return alike;
      }
    }
    return places.stream().map(place -> (StepWord) place.get(0).meaning()).toList();
  }

  private static List<StepWord> alike(List<List<Edge>> places, Optional<String> dimension) {
    if (dimension.isEmpty()) {
      return List.of();
    }
    List<StepWord> alike = new ArrayList<>();
    for (List<Edge> place : places) {
      place.stream()
          .map(edge -> (StepWord) edge.meaning())
          .filter(step -> dimension(step).equals(dimension))
          .findFirst()
          .ifPresent(alike::add);
    }
    return alike;
  }

  private static Optional<String> dimension(StepWord step) {
    return step.event() instanceof Filter.In in ? Optional.of(in.dimension()) : Optional.empty();
  }
}
