/** Boards: answers that are arranged on a grid and asked anew whenever they are looked at. */
@NullMarked
package io.mingshu.gateway.board;

import org.jspecify.annotations.NullMarked;
