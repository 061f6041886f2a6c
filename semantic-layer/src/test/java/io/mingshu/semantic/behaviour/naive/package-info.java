/**
 * What the analyses of behaviour mean, written down a second time: loops over one user's events at
 * a time, without algebra, SQL or any idea of the planner. Slow, and meant to be seen to be right:
 * whoever wants to know what a retention, a funnel or a lifecycle is can read it here.
 */
@NullMarked
package io.mingshu.semantic.behaviour.naive;

import org.jspecify.annotations.NullMarked;
