package io.mingshu.semantic.engine.druid;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a Druid is, how we sign in, and how much we ask of it.
 *
 * @param brokers addresses of brokers, not of routers; the first that answers is used
 * @param trustStore whose certificates are trusted; absent: those that Java trusts
 * @param connectTimeout for one connection
 * @param maxConcurrent how many queries of ours may run at once
 * @param maxSubqueryRows how many rows a broker may hold for a part of a query
 * @param maxAnswerBytes how large an answer may be
 */
public record DruidSettings(
    List<URI> brokers,
    DruidCredentials credentials,
    Optional<TrustStore> trustStore,
    Duration connectTimeout,
    int maxConcurrent,
    int maxSubqueryRows,
    long maxAnswerBytes) {

  /** Broker on this machine at Druid's usual port; nobody signs in. */
  public static final DruidSettings DEFAULT = at(URI.create("http://127.0.0.1:8082"));

  /**
   * @throws MingshuException with {@code INVALID_USAGE} when an address is not one of a broker
   */
  public DruidSettings {
    brokers = brokers.stream().map(DruidSettings::checked).toList();
    if (brokers.isEmpty()) {
      throw invalid("至少需要一个 Druid broker 地址", "At least one address of a Druid broker is needed");
    }
    if (maxConcurrent < 1 || maxSubqueryRows < 1 || maxAnswerBytes < 1) {
      throw invalid("Druid 的各项上限至少为 1", "The bounds for Druid are at least 1");
    }
  }

  /** Brokers with all else as usual. */
  public static DruidSettings at(URI... brokers) {
    // A broker keeps the rows of a subquery in its heap, in some 200 bytes each: 60 MB.
    return new DruidSettings(
        List.of(brokers),
        new DruidCredentials.None(),
        Optional.empty(),
        Duration.ofSeconds(5),
        8,
        300_000,
        64L << 20);
  }

  public DruidSettings withCredentials(DruidCredentials used) {
    return new DruidSettings(
        brokers, used, trustStore, connectTimeout, maxConcurrent, maxSubqueryRows, maxAnswerBytes);
  }

  public DruidSettings withTrustStore(TrustStore trusted) {
    return new DruidSettings(
        brokers,
        credentials,
        Optional.of(trusted),
        connectTimeout,
        maxConcurrent,
        maxSubqueryRows,
        maxAnswerBytes);
  }

  public DruidSettings withConnectTimeout(Duration timeout) {
    return new DruidSettings(
        brokers, credentials, trustStore, timeout, maxConcurrent, maxSubqueryRows, maxAnswerBytes);
  }

  public DruidSettings withMaxConcurrent(int queries) {
    return new DruidSettings(
        brokers, credentials, trustStore, connectTimeout, queries, maxSubqueryRows, maxAnswerBytes);
  }

  public DruidSettings withMaxSubqueryRows(int rows) {
    return new DruidSettings(
        brokers, credentials, trustStore, connectTimeout, maxConcurrent, rows, maxAnswerBytes);
  }

  public DruidSettings withMaxAnswerBytes(long bytes) {
    return new DruidSettings(
        brokers, credentials, trustStore, connectTimeout, maxConcurrent, maxSubqueryRows, bytes);
  }

  private static URI checked(URI broker) {
    String scheme = String.valueOf(broker.getScheme()).toLowerCase(Locale.ROOT);
    if (broker.getRawUserInfo() != null) {
      // The address is shown in messages and in the log; it is not repeated here either.
      throw invalid(
          "用户名和密码不能写在 Druid 地址里", "User and password do not belong into the address of a Druid");
    }
    if (!(scheme.equals("http") || scheme.equals("https")) || broker.getHost() == null) {
      throw invalid(
          "Druid 地址应形如 http://主机:8082，而不是 " + broker,
          "The address of a Druid looks like http://host:8082, unlike " + broker);
    }
    String address = broker.toString();
    return address.endsWith("/") ? URI.create(address.substring(0, address.length() - 1)) : broker;
  }

  private static MingshuException invalid(String zh, String en) {
    return new MingshuException(ErrorCode.INVALID_USAGE, new Text(zh, en));
  }
}
