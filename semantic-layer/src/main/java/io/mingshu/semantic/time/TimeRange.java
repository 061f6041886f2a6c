package io.mingshu.semantic.time;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;

/**
 * A resolved period on the business clock.
 *
 * @param from the first moment
 * @param until the first moment after it
 * @param complete whether it is over at the moment of asking
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TimeRange(LocalDateTime from, LocalDateTime until, boolean complete) {}
