package io.mingshu.gateway.saving;

import io.mingshu.nlq.saving.NewName;
import io.mingshu.semantic.query.SemanticQuery;
import java.time.Instant;

/**
 * People to be saved.
 *
 * @param query the query whose people they are
 * @param asOf the moment at which it was asked
 */
public record SegmentWish(SemanticQuery query, Instant asOf, NewName name) {}
