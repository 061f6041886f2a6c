/**
 * A small weighted chart parser. It knows no language and no catalog: edges carry meanings, rules
 * join neighbouring edges into longer ones, stratum by stratum, and covers lay the cheapest
 * sequences of parts over the whole question. Bounded everywhere: no question makes it explode.
 */
@NullMarked
package io.mingshu.nlq.chart;

import org.jspecify.annotations.NullMarked;
