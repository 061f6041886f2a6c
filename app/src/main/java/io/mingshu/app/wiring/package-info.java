/** Puts catalog, engine, planner and interpreter together over one data set. */
@NullMarked
package io.mingshu.app.wiring;

import org.jspecify.annotations.NullMarked;
