package io.mingshu.druid.http;

import java.io.IOException;

/** Druid answered with an error. That it did not answer at all is any other IOException. */
public final class DruidFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  DruidFailure(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
