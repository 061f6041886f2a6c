/** Druid's HTTP API as far as running and loading need it. */
@NullMarked
package io.mingshu.druid.http;

import org.jspecify.annotations.NullMarked;
