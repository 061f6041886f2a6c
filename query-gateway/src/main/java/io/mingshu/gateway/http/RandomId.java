package io.mingshu.gateway.http;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Identifiers that nobody can guess: 128 random bits in hexadecimal. */
final class RandomId {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomId() {}

  static String next() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
