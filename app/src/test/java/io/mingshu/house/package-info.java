/** The house rules, checked over the whole project. */
@NullMarked
package io.mingshu.house;

import org.jspecify.annotations.NullMarked;
