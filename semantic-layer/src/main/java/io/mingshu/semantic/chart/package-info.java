/**
 * Which chart fits an answer, decided by rules alone, with the reason and the valid alternatives.
 */
@NullMarked
package io.mingshu.semantic.chart;

import org.jspecify.annotations.NullMarked;
