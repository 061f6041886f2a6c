package io.mingshu.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a stream of events as a browser would. */
final class Events implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InputStream in;
  private final BufferedReader lines;
  private int beats;

  Events(InputStream in) {
    this.in = in;
    this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** What the server said: {@code step}, {@code answer} or {@code problem}, and its data. */
  record Event(String name, JsonNode data) {
    /** Steps by their own name. */
    String what() {
      return name.equals("step") ? data.at("/step").asText() : name;
    }
  }

  /** All until the server ends the stream. */
  List<Event> rest() throws IOException {
    List<Event> events = new ArrayList<>();
    for (Event next = next(); next != null; next = next()) {
      events.add(next);
    }
    return events;
  }

  /** The next one; null at the end. */
  @Nullable Event next() throws IOException {
    String name = "";
    String data = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(":")) {
        beats++;
      } else if (line.startsWith("event: ")) {
        name = line.substring("event: ".length());
      } else if (line.startsWith("data: ")) {
        data = line.substring("data: ".length());
      } else if (line.isEmpty() && !name.isEmpty()) {
        return new Event(name, JSON.readTree(data));
      }
    }
    return null;
  }

  int beats() {
    return beats;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
