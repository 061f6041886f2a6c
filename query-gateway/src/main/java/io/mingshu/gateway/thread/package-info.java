/** What people have asked, as the store keeps it and as the page shows it. */
@NullMarked
package io.mingshu.gateway.thread;

import org.jspecify.annotations.NullMarked;
