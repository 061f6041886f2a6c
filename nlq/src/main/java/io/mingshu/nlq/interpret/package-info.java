/**
 * From parts in any order to one semantic query: slots are filled, types are checked against the
 * catalog, and whatever is left over stops the answer.
 */
@NullMarked
package io.mingshu.nlq.interpret;

import org.jspecify.annotations.NullMarked;
