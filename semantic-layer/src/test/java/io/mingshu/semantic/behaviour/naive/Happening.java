package io.mingshu.semantic.behaviour.naive;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Something that a user did. A property that is missing or empty has no value. */
public record Happening(String user, String event, Instant at, Map<String, String> properties) {
  public Happening {
    properties = Map.copyOf(properties);
  }

  public static Happening of(String user, String event, String at) {
    return new Happening(user, event, Instant.parse(at), Map.of());
  }

  public Optional<String> property(String name) {
    return Optional.ofNullable(properties.get(name)).filter(value -> !value.isEmpty());
  }
}
