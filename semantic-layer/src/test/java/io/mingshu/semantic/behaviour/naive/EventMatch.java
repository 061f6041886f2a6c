package io.mingshu.semantic.behaviour.naive;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which events are meant: of that name (of any where none is given) and with those values.
 *
 * @param event the event's name; empty for any event
 * @param properties values that the event must have
 */
public record EventMatch(Optional<String> event, Map<String, String> properties) {
  public static final EventMatch ANY = new EventMatch(Optional.empty(), Map.of());

  public EventMatch {
    properties = Map.copyOf(properties);
  }

  public static EventMatch event(String name) {
    return new EventMatch(Optional.of(name), Map.of());
  }

  public EventMatch with(String property, String value) {
    Map<String, String> more = new HashMap<>(properties);
    more.put(property, value);
    return new EventMatch(event, more);
  }

  /** The same event, whatever its properties. */
  public EventMatch withoutProperties() {
    return new EventMatch(event, Map.of());
  }

  public boolean matches(Happening happening) {
    return event.map(happening.event()::equals).orElse(true)
        && properties.entrySet().stream()
            .allMatch(
                wanted ->
                    happening.property(wanted.getKey()).equals(Optional.of(wanted.getValue())));
  }
}
