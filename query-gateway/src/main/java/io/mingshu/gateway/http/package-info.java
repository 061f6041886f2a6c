/**
 * The HTTP API: routes, errors, limits, health and metrics. Served on the loopback interface only
 * until there is identity.
 */
@NullMarked
package io.mingshu.gateway.http;

import org.jspecify.annotations.NullMarked;
