@NullMarked
package io.mingshu.druid.load;

import org.jspecify.annotations.NullMarked;
