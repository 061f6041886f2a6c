/** Answers on a terminal: tables that stay aligned with Chinese text, and small text charts. */
@NullMarked
package io.mingshu.app.terminal;

import org.jspecify.annotations.NullMarked;
