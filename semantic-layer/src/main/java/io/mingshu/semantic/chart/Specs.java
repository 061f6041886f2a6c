package io.mingshu.semantic.chart;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/** How a rule writes down its choice. */
final class Specs {
  private Specs() {}

  static Optional<Column> none() {
    return Optional.empty();
  }

  static ChartSpec empty() {
    return spec(
        ChartSpec.Type.EMPTY, none(), List.of(), none(), "没有数据可画", "There is nothing to draw");
  }

  static ChartSpec table(AnswerShape shape, String zh, String en, ChartSpec.Type... others) {
    Optional<Column> first = shape.time.or(() -> shape.dimensions.stream().findFirst());
    return spec(ChartSpec.Type.TABLE, first, shape.figures(), none(), zh, en, others);
  }

  static ChartSpec spec(
      ChartSpec.Type type,
      Optional<Column> x,
      List<Column> y,
      Optional<Column> series,
      String zh,
      String en,
      ChartSpec.Type... alternatives) {
    return new ChartSpec(
        type,
        x.map(Column::name),
        Optional.empty(),
        y.stream().map(Column::name).toList(),
        series.map(Column::name),
        Optional.empty(),
        new Text(zh, en),
        List.of(alternatives));
  }
}
