package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.SegmentRule.Figure;
import io.mingshu.semantic.catalog.YamlObject.LocatedTerms;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.function.UnaryOperator;

/** One segment for each value of a dimension: puts the value in the places that stand for it. */
final class SegmentTemplate {
  static final String PLACEHOLDER = "{value}";

  private final DimensionValue value;

  SegmentTemplate(DimensionValue value) {
    this.value = value;
  }

  Segment fill(Segment template) {
    return new Segment(
        template.name() + "_" + value.code().replaceAll("[^\\p{L}\\p{N}]", "_"),
        fill(template.label()),
        new Terms(
            template.terms().zh().stream().map(this::zh).toList(),
            template.terms().en().stream().map(this::en).toList()),
        template.description().map(this::fill),
        template.kind(),
        fill(template.rule()));
  }

  LocatedTerms fill(LocatedTerms terms) {
    return new LocatedTerms(each(terms.zh(), this::zh), each(terms.en(), this::en));
  }

  private static List<Located<String>> each(
      List<Located<String>> words, UnaryOperator<String> fill) {
    return words.stream().map(word -> new Located<>(fill.apply(word.value()), word.at())).toList();
  }

  private Text fill(Text text) {
    return new Text(zh(text.zh()), en(text.en()));
  }

  private String zh(String text) {
    return text.replace(PLACEHOLDER, value.label().zh());
  }

  private String en(String text) {
    return text.replace(PLACEHOLDER, value.label().en());
  }

  private SegmentRule fill(SegmentRule rule) {
    if (rule instanceof SegmentRule.All all) {
      return new SegmentRule.All(all.rules().stream().map(this::fill).toList());
    }
    if (rule instanceof SegmentRule.Any any) {
      return new SegmentRule.Any(any.rules().stream().map(this::fill).toList());
    }
    if (rule instanceof SegmentRule.Not not) {
      return new SegmentRule.Not(fill(not.rule()));
    }
    if (rule instanceof SegmentRule.Having having) {
      return new SegmentRule.Having(fill(having.where()));
    }
    if (rule instanceof SegmentRule.Measured measured) {
      return new SegmentRule.Measured(fill(measured.figure()), measured.bounds());
    }
    if (rule instanceof SegmentRule.OnDays days) {
      return new SegmentRule.OnDays(fill(days.figure()), days.bounds(), days.days());
    }
    if (rule instanceof SegmentRule.Top top) {
      return new SegmentRule.Top(fill(top.figure()), top.share());
    }
    if (rule instanceof SegmentRule.Every every) {
      return new SegmentRule.Every(every.entity(), fill(every.figure()), every.bounds());
    }
    return rule;
  }

  private Figure fill(Figure figure) {
    return new Figure(
        figure.metric(), figure.where().map(this::fill), figure.time(), figure.window());
  }

  private Filter fill(Filter filter) {
    if (filter instanceof Filter.In in) {
      return new Filter.In(
          in.dimension(),
          in.values().stream().map(text -> text.equals(PLACEHOLDER) ? value.code() : text).toList(),
          in.negated());
    }
    if (filter instanceof Filter.And and) {
      return new Filter.And(and.parts().stream().map(this::fill).toList());
    }
    return filter;
  }
}
