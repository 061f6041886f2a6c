@NullMarked
package io.mingshu.seeds.importer;

import org.jspecify.annotations.NullMarked;
