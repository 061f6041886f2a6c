/** One class for each subcommand; what they do lies elsewhere. */
@NullMarked
package io.mingshu.app.command;

import org.jspecify.annotations.NullMarked;
