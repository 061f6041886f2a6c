/** Druid: how the tables of a data set are laid out in its datasources. */
@NullMarked
package io.mingshu.semantic.engine.druid;

import org.jspecify.annotations.NullMarked;
