/** What comes back from an engine, shaped: typed columns, rows, notes, exact periods. */
@NullMarked
package io.mingshu.semantic.answer;

import org.jspecify.annotations.NullMarked;
