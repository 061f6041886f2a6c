@NullMarked
package io.mingshu.druid.cluster;

import org.jspecify.annotations.NullMarked;
