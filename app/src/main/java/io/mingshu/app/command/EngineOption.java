package io.mingshu.app.command;

import io.mingshu.app.wiring.EngineChoice;
import io.mingshu.semantic.engine.druid.DruidCredentials;
import io.mingshu.semantic.engine.druid.DruidSettings;
import io.mingshu.semantic.engine.druid.TrustStore;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which engine computes. What is secret is taken from the environment: command lines are seen by
 * every user of a machine.
 */
final class EngineOption {
  private static final String USER = "MINGSHU_DRUID_USER";
  private static final String PASSWORD = "MINGSHU_DRUID_PASSWORD";
  private static final String TOKEN = "MINGSHU_DRUID_TOKEN";
  private static final String TRUST_STORE_PASSWORD = "MINGSHU_DRUID_TRUST_STORE_PASSWORD";

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "duckdb",
      description = {
        "duckdb: inside this process (the default).",
        "druid: one on this machine, started and loaded where need be, or the one of --druid."
      })
  private String engine = "duckdb";

  @Option(
      names = "--druid",
      paramLabel = "URL",
      split = ",",
      description = {
        "Brokers of a Druid whose datasources are there already, such as http://broker:8082.",
        "Signs in with " + USER + " and " + PASSWORD + ", or " + TOKEN + ", of the environment."
      })
  private List<URI> brokers = List.of();

  @Option(
      names = "--druid-trust-store",
      paramLabel = "FILE",
      description = {
        "Certificates to trust, PKCS12 or JKS; its password is " + TRUST_STORE_PASSWORD,
        "of the environment."
      })
  private @Nullable Path trustStore;

  @Option(
      names = "--druid-home",
      paramLabel = "DIR",
      description = "Where the Druid on this machine keeps its data; default data/druid.")
  private @Nullable Path home;

  /**
   * What was chosen.
   *
   * @throws MingshuException with {@code INVALID_USAGE} for what cannot be had
   */
  EngineChoice choice() {
    return choice(false);
  }

  /** The same for who serves: rollups may come when all else is there. */
  EngineChoice choiceToServe() {
    return choice(true);
  }

  private EngineChoice choice(boolean rollupsLater) {
    return switch (engine) {
      case "duckdb" -> duckDb();
      case "druid" ->
          brokers.isEmpty()
              ? new EngineChoice.LocalDruid(LocalDruid.home(home), LocalDruid.jars(), rollupsLater)
              : new EngineChoice.DruidAt(settings(System.getenv()));
      default ->
          throw invalid(
              "--engine " + engine + "：可选 duckdb 或 druid",
              "--engine " + engine + ": there are duckdb and druid");
    };
  }

  private EngineChoice duckDb() {
    if (!brokers.isEmpty() || home != null || trustStore != null) {
      throw invalid("--druid… 须与 --engine druid 同用", "--druid… goes with --engine druid");
    }
    return new EngineChoice.DuckDb();
  }

  private DruidSettings settings(Map<String, String> environment) {
    DruidSettings settings =
        DruidSettings.at(brokers.toArray(URI[]::new)).withCredentials(credentials(environment));
    return trustStore == null
        ? settings
        : settings.withTrustStore(
            new TrustStore(trustStore, environment.getOrDefault(TRUST_STORE_PASSWORD, "")));
  }

  private static DruidCredentials credentials(Map<String, String> environment) {
    @Nullable String token = environment.get(TOKEN);
    if (token != null) {
      return new DruidCredentials.Token(token);
    }
    @Nullable String user = environment.get(USER);
    return user == null
        ? new DruidCredentials.None()
        : new DruidCredentials.Basic(user, environment.getOrDefault(PASSWORD, ""));
  }

  private static MingshuException invalid(String zh, String en) {
    return new MingshuException(ErrorCode.INVALID_USAGE, new Text(zh, en));
  }
}
