/**
 * Phrases: values joined to filters, conditions, rankings, comparisons. One class per concern; each
 * holds rules that join neighbouring words into one part of a question.
 */
@NullMarked
package io.mingshu.nlq.grammar;

import org.jspecify.annotations.NullMarked;
