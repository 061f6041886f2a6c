package io.mingshu.nlq.chart;

/** One step of the parse: adds the edges that it can build from those that are there. */
public interface Stratum {
  void extend(Chart chart);
}
