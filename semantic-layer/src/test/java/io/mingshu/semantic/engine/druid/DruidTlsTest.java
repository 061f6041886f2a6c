package io.mingshu.semantic.engine.druid;

import static io.mingshu.semantic.engine.druid.DruidBackendTest.assertCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.error.ErrorCode;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DruidTlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder = Path.of("");
  private static Path keys = Path.of("");

  @BeforeAll
  static void aCertificateOfOurOwn() throws Exception {
    keys = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
  }

  @Test
  void aTrustedCertificateIsGoodEnough() throws Exception {
    try (ScriptedBroker broker = ScriptedBroker.encrypted(serverContext());
        DruidBackend druid =
            DruidBackend.open(
                DruidSettings.at(broker.address()).withTrustStore(new TrustStore(keys, PASSWORD)),
                Map.of())) {
      broker.thenNumber(7);

      assertThat(druid.rowCount("orders")).isEqualTo(7);
    }
  }

  @Test
  void anyOtherIsNot() throws Exception {
    try (ScriptedBroker broker = ScriptedBroker.encrypted(serverContext());
        DruidBackend druid = DruidBackend.open(DruidSettings.at(broker.address()), Map.of())) {
      assertThatThrownBy(() -> druid.rowCount("orders"))
          .satisfies(e -> assertCode(e, ErrorCode.ENGINE_UNAVAILABLE))
          .hasMessageContaining("trust store");
      assertThat(broker.statements).isEmpty();
    }
  }

  @Test
  void aTrustStoreThatCannotBeReadIsSaid() {
    DruidSettings settings =
        DruidSettings.DEFAULT.withTrustStore(new TrustStore(keys, "not the password"));

    assertThatThrownBy(() -> DruidBackend.open(settings, Map.of()))
        .satisfies(e -> assertCode(e, ErrorCode.INVALID_USAGE))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("not the password"));
    assertThat(settings.toString()).doesNotContain("not the password");
  }

  private static SSLContext serverContext() throws Exception {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(
        KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
