/** Engines that hold the data, behind one interface with declared capabilities. */
@NullMarked
package io.mingshu.semantic.engine;

import org.jspecify.annotations.NullMarked;
