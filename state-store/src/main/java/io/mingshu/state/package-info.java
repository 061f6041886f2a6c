/**
 * What people have asked, arranged, shared and said about answers, kept over restarts and shared by
 * several gateways. Queries and dialogues are text here: what they mean is the business of those
 * who keep them.
 */
@NullMarked
package io.mingshu.state;

import org.jspecify.annotations.NullMarked;
