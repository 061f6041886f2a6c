/**
 * Completes words while a question is being typed: from the catalog's names, a list of period
 * phrases and the catalog's examples. Looks nothing up in the data.
 */
@NullMarked
package io.mingshu.nlq.complete;

import org.jspecify.annotations.NullMarked;
