package io.mingshu.semantic.engine.druid;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How we sign in at a broker. What is secret stays out of {@code toString} and out of the log. */
public sealed interface DruidCredentials {

  /** The value of the header {@code Authorization}. */
  Optional<String> authorization();

  /** A text of the engine's without our secrets, should it quote them. */
  String without(String text);

  /** Nobody signs in. */
  record None() implements DruidCredentials {
    @Override
    public Optional<String> authorization() {
      return Optional.empty();
    }

    @Override
    public String without(String text) {
      return text;
    }
  }

  /** User and password. */
  record Basic(String user, String password) implements DruidCredentials {
    @Override
    public Optional<String> authorization() {
      return Optional.of("Basic " + encoded());
    }

    @Override
    public String without(String text) {
      return masked(masked(text, encoded()), password);
    }

    private String encoded() {
      byte[] plain = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(plain);
    }

    @Override
    public String toString() {
      return "Basic[user=" + user + "]";
    }
  }

  /** A bearer token. */
  record Token(String bearer) implements DruidCredentials {
    @Override
    public Optional<String> authorization() {
      return Optional.of("Bearer " + bearer);
    }

    @Override
    public String without(String text) {
      return masked(text, bearer);
    }

    @Override
    public String toString() {
      return "Token[]";
    }
  }

  private static String masked(String text, String secret) {
    return secret.isEmpty() ? text : text.replace(secret, "***");
  }
}
