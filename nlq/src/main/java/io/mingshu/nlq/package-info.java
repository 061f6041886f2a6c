/**
 * From a question in words to a semantic query, or to a question back, or to a refusal that names
 * the words it does not know. Knows the catalog and nothing of SQL or engines.
 */
@NullMarked
package io.mingshu.nlq;

import org.jspecify.annotations.NullMarked;
