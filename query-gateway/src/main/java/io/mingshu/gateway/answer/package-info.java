/**
 * From a question, or a query, to an answer that can be shown: the one way that HTTP, the terminal
 * and the evaluation share, so that none of them can answer differently.
 */
@NullMarked
package io.mingshu.gateway.answer;

import org.jspecify.annotations.NullMarked;
