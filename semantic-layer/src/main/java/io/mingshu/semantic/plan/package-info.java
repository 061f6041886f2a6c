/** From a semantic query to relational algebra and to an engine's SQL. */
@NullMarked
package io.mingshu.semantic.plan;

import org.jspecify.annotations.NullMarked;
