package io.mingshu.semantic.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.text.Text;
import java.util.Optional;

/**
 * A column of an answer.
 *
 * @param name {@code province}, {@code gmv}, {@code gmv_previous}, {@code gmv_difference}, {@code
 *     gmv_change}, {@code gmv_share}; time buckets are named by their grain ({@code month})
 * @param type {@code string}, {@code integer}, {@code decimal}, {@code boolean}, {@code date},
 *     {@code datetime}
 * @param label what people read
 * @param metric the metric that it is a figure of
 * @param measure which figure
 * @param unit how its figures are written; shares and changes are {@code PERCENT}
 * @param dimension the dimension whose values it holds
 * @param grain the grain whose buckets it holds
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Column(
    String name,
    String type,
    Text label,
    Optional<String> metric,
    Optional<Measure> measure,
    Optional<Metric.Unit> unit,
    Optional<String> dimension,
    Optional<Grain> grain) {}
