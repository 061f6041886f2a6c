@NullMarked
package io.mingshu.druid;

import org.jspecify.annotations.NullMarked;
