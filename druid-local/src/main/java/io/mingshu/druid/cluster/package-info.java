/**
 * Starts, watches and stops the processes of a small Druid: ZooKeeper, a coordinator that is the
 * overlord too, a broker, a historical and an indexer, each a stock server with a configuration
 * that is written anew at every start. A supervisor holds them; they end when it ends.
 */
@NullMarked
package io.mingshu.druid.cluster;

import org.jspecify.annotations.NullMarked;
