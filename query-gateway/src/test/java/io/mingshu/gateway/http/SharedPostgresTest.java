package io.mingshu.gateway.http;

import io.mingshu.state.PostgresServer;
import io.mingshu.state.StateLocation;

class SharedPostgresTest extends SharedStateContract {

  @Override
  StateLocation emptyPlace() {
    return PostgresServer.emptyDatabase();
  }
}
