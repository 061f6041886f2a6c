package io.mingshu.state;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where state is kept. */
public sealed interface StateLocation {
  /** The variable of the environment that holds the user's name at the database. */
  String USER = "MINGSHU_STATE_USER";

  /** The variable that holds the password. */
  String PASSWORD = "MINGSHU_STATE_PASSWORD";

  /** What an address of a PostgreSQL server begins with. */
  String POSTGRES = "jdbc:postgresql:";

  /** For people: without anything secret. */
  String shown();

  /** A file of this machine. */
  record InFile(Path file) implements StateLocation {
    @Override
    public String shown() {
      return file.toString();
    }
  }

  /** Nowhere: it ends with the process. */
  record InMemory() implements StateLocation {
    @Override
    public String shown() {
      return "memory";
    }
  }

  /** A PostgreSQL server, which several gateways may share. */
  record Postgres(String url, Optional<String> user, Optional<String> password)
      implements StateLocation {
    @Override
    public String shown() {
      int parameters = url.indexOf('?');
      String bare = parameters < 0 ? url : url.substring(0, parameters);
      int server = bare.indexOf("//");
      int signIn = bare.lastIndexOf('@');
      return signIn < 0 || server < 0 || signIn < server
          ? bare
          : bare.substring(0, server + 2) + bare.substring(signIn + 1);
    }

    /** Without the password, which may be part of the URL, too. */
    @Override
    public String toString() {
      return "Postgres[" + shown() + "]";
    }
  }

  /**
   * The place of a name.
   *
   * @param place a path or a {@code jdbc:postgresql:} URL
   */
  static StateLocation of(String place, Map<String, String> environment) {
    return place.startsWith(POSTGRES)
        ? new Postgres(
            place,
            Optional.ofNullable(environment.get(USER)),
            Optional.ofNullable(environment.get(PASSWORD)))
        : new InFile(Path.of(place));
  }
}
