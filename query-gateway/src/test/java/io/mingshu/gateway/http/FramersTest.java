package io.mingshu.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.semantic.error.MingshuException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose pages may show ours. */
class FramersTest {
  private static final String SHOP = "https://shop.example.com";

  @ParameterizedTest
  @ValueSource(strings = {"https://shop.example.com", "http://localhost:3000", "http://[::1]:8080"})
  void takesOrigins(String origin) {
    assertThat(new Framers(List.of(origin)).directive()).isEqualTo(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*.example.com",
        "https://shop.example.com/",
        "shop.example.com",
        "https://shop.example.com; script-src *",
        "https://shop.example.com https://other.example.com",
        ""
      })
  void takesNothingThatSaysMore(String other) {
    assertThatThrownBy(() -> new Framers(List.of(other))).isInstanceOf(MingshuException.class);
  }

  @Test
  void nobodysPageMayUnlessNamed() throws Exception {
    try (Gateway gateway = serving(Framers.NONE)) {
      String head = head(gateway, "/", "");

      assertThat(head).contains("frame-ancestors 'none'").contains("X-Frame-Options: DENY");
      assertThat(head(gateway, "/mingshu-chat.js", SHOP)).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void aNamedSitesPageMay() throws Exception {
    try (Gateway gateway = serving(new Framers(List.of(SHOP, "http://localhost:3000")))) {
      String head = head(gateway, "/", "");

      assertThat(head)
          .contains("frame-ancestors " + SHOP + " http://localhost:3000")
          .contains("script-src 'self'")
          .doesNotContain("X-Frame-Options");
    }
  }

  @Test
  void aNamedSiteLoadsTheElementAndNoAnswers() throws Exception {
    try (Gateway gateway = serving(new Framers(List.of(SHOP)))) {
      String element = head(gateway, "/mingshu-chat.js", SHOP);

      assertThat(element)
          .contains("Access-Control-Allow-Origin: " + SHOP)
          .contains("Cross-Origin-Resource-Policy: cross-origin")
          .doesNotStartWith("HTTP/1.1 403");
      for (String path : List.of("/api/v1/catalog", "/", "/health/ready")) {
        assertThat(head(gateway, path, SHOP)).startsWith("HTTP/1.1 403");
      }
      assertThat(head(gateway, "/mingshu-chat.js", "https://other.example.com"))
          .startsWith("HTTP/1.1 403");
    }
  }

  private static Gateway serving(Framers framers) {
    return Gateway.create(
            GatewayConfig.onPort(0).framedBy(framers),
            new ScriptedShop().answering(),
            AskingClock.wall())
        .start();
  }

  /** Status and headers of a reply; the JDK's client sends no Origin. */
  private static String head(Gateway gateway, String path, String origin) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\n"
              + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
              + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      ByteArrayOutputStream reply = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(reply);
      String text = reply.toString(StandardCharsets.UTF_8);
      return text.substring(0, text.indexOf("\r\n\r\n"));
    }
  }
}
