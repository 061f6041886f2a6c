package io.mingshu.nlq.complete;

import io.mingshu.semantic.text.Text;
import java.util.Optional;

/**
 * A thing that can be named in a question.
 *
 * @param metric its name, where it is a metric
 * @param dimension the dimension that it is or has a value of
 */
record Entry(
    Completion.Kind kind,
    Text label,
    Text description,
    Optional<String> metric,
    Optional<String> dimension) {}
