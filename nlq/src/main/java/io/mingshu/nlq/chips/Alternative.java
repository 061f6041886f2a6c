package io.mingshu.nlq.chips;

import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Text;

/**
 * What could stand in a part's place.
 *
 * @param query the whole query with it
 */
public record Alternative(Text label, SemanticQuery query) {}
