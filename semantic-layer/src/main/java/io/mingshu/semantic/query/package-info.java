/**
 * The semantic query: the serialisable form that everything speaks (page, links, API, language),
 * free of SQL and of Calcite. Plans are derived from it, never the other way.
 */
@NullMarked
package io.mingshu.semantic.query;

import org.jspecify.annotations.NullMarked;
