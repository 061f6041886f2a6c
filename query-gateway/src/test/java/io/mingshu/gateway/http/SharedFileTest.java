package io.mingshu.gateway.http;

import io.mingshu.state.StateLocation;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SharedFileTest extends SharedStateContract {
  @TempDir private Path folder;

  @Override
  StateLocation emptyPlace() {
    return new StateLocation.InFile(folder.resolve("state.db"));
  }
}
