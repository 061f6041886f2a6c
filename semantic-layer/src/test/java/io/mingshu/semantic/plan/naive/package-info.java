/**
 * What queries mean, written a second time: plain loops over rows, group by group, without algebra,
 * SQL or any idea of the planner.
 */
@NullMarked
package io.mingshu.semantic.plan.naive;

import org.jspecify.annotations.NullMarked;
