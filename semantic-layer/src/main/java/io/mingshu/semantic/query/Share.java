package io.mingshu.semantic.query;

import java.util.List;

/**
 * Adds each metric's share: the metric over the same metric for the same period and grain, without
 * the grouping by and the filters on the shared dimensions. Other dimensions of the query are the
 * parent: share of 女装 in each region = dimensions [region], filter category, over [category].
 *
 * @param over the shared dimensions, at least one
 */
public record Share(List<String> over) {
  public Share {
    over = List.copyOf(over);
  }
}
