/**
 * The words of a question: what the catalog names, and the grammar's own words. All overlapping
 * matches are kept; the chart chooses.
 */
@NullMarked
package io.mingshu.nlq.lexicon;

import org.jspecify.annotations.NullMarked;
