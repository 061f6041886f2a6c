package io.mingshu.semantic.engine.druid;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Which certificates of brokers are trusted, instead of those that Java trusts.
 *
 * @param file PKCS12 or JKS
 */
public record TrustStore(Path file, String password) {

  /**
   * What connections are made with.
   *
   * @throws MingshuException with {@code INVALID_USAGE} when it cannot be read
   */
  SSLContext context() {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(KeyStore.getInstance(file.toFile(), password.toCharArray()));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(
              "无法读取信任库 " + file + "，请检查文件和密码",
              "The trust store " + file + " cannot be read; check the file and its password"),
          e);
    }
  }

  @Override
  public String toString() {
    return "TrustStore[file=" + file + "]";
  }
}
