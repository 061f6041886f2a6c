@NullMarked
package io.mingshu.seeds.dataset;

import org.jspecify.annotations.NullMarked;
