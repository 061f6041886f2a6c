@NullMarked
package io.mingshu.seeds.load;

import org.jspecify.annotations.NullMarked;
