package io.mingshu.semantic.engine.druid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mingshu.semantic.engine.druid.Refusal.Kind;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Druid's errors mean to the person who asked. Its own words go to the log only. */
final class DruidErrors {
  private static final Logger LOG = LoggerFactory.getLogger(DruidErrors.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NO_TABLE = Pattern.compile("Object '([^']*)' not found");
  private static final Pattern NO_COLUMN = Pattern.compile("Column '[^']*' not found");
  // A data server that a broker believes in is gone, or dropped what it was asked for.
  private static final Pattern DATA_SERVER_GONE =
      Pattern.compile(
          "ChannelException|SegmentMissing|SocketException|ConnectException|ClosedChannel");

  private DruidErrors() {}

  /** An answer that is an error, in whichever of Druid's forms, or a proxy's page. */
  static RuntimeException answered(
      URI broker, int status, String body, DruidCredentials credentials, Deadline deadline) {
    JsonNode error = parsed(body);
    String said = credentials.without(said(error, body));
    DruidFailure cause = new DruidFailure("Druid answered " + status + ": " + said);
    LOG.warn("{} answered {}: {}", broker, status, said);
    String legacy = error.path("error").asText();
    String errorClass = error.path("errorClass").asText();
    String category = error.path("category").asText();
    if (status == 401 || status == 403 || isAny(category, "UNAUTHORIZED", "FORBIDDEN")) {
      return denied(cause);
    }
    if (legacy.equals("Resource limit exceeded")
        || errorClass.endsWith("ResourceLimitExceededException")) {
      return outOfMemory(cause);
    }
    if (status == 504 || category.equals("TIMEOUT") || legacy.equals("Query timeout")) {
      return timeout(deadline, cause);
    }
    if (category.equals("CANCELED") || legacy.equals("Query cancelled")) {
      return cancelled(cause);
    }
    if (status == 429 || category.equals("CAPACITY_EXCEEDED")) {
      return new Refusal(Kind.BUSY, busy(cause));
    }
    if (status == 503) {
      return new Refusal(Kind.DOWN, unavailable(broker, cause));
    }
    if (status == 502) {
      return new Refusal(Kind.BROKEN, unavailable(broker, cause));
    }
    Matcher table = NO_TABLE.matcher(said);
    if (table.find()) {
      return new UnknownName(table.group(1), noTable(table.group(1), cause));
    }
    if (NO_COLUMN.matcher(said).find()) {
      return new UnknownName("", failed(cause));
    }
    return DATA_SERVER_GONE.matcher(errorClass).find() ? partial(cause) : failed(cause);
  }

  private static boolean isAny(String text, String one, String other) {
    return text.equals(one) || text.equals(other);
  }

  private static JsonNode parsed(String body) {
    try {
      JsonNode node = JSON.readTree(body);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException noJson) {
      return MissingNode.getInstance();
    }
  }

  private static String said(JsonNode error, String body) {
    String message = error.path("errorMessage").asText();
    String text = message.isEmpty() ? body : error.path("errorClass").asText() + " " + message;
    return text.strip().substring(0, Math.min(1_000, text.strip().length()));
  }

  /** The connection was not made, or failed before there was an answer. */
  static Refusal unreachable(URI broker, Throwable e, DruidCredentials credentials) {
    String said = credentials.without(String.valueOf(e));
    LOG.warn("{} cannot be reached: {}", broker, said);
    DruidFailure cause = new DruidFailure(said);
    if (e instanceof SSLException) {
      return new Refusal(
          Kind.BROKEN,
          new MingshuException(
              ErrorCode.ENGINE_UNAVAILABLE,
              new Text(
                  "无法与 Druid " + broker + " 建立可信的加密连接，请检查证书和信任库",
                  "No trusted connection to the Druid at "
                      + broker
                      + "; check its certificate and the trust store"),
              cause));
    }
    boolean neverSent = e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
    return new Refusal(neverSent ? Kind.DOWN : Kind.BROKEN, unavailable(broker, cause));
  }

  /** The connection failed within an answer. */
  static Refusal brokeOff(URI broker, IOException e) {
    LOG.warn("{} broke off its answer: {}", broker, String.valueOf(e));
    return new Refusal(Kind.BROKEN, unavailable(broker, e));
  }

  private static MingshuException unavailable(URI broker, Throwable cause) {
    return new MingshuException(
        ErrorCode.ENGINE_UNAVAILABLE,
        new Text(
            "无法连接 Druid " + broker + "，请确认它正在运行",
            "The Druid at " + broker + " cannot be reached; make sure that it runs"),
        cause);
  }

  /** Nobody is asked for a while. */
  static MingshuException resting(List<URI> brokers) {
    return new MingshuException(
        ErrorCode.ENGINE_UNAVAILABLE,
        new Text(
            "Druid 连续多次没有响应（" + names(brokers) + "），请几秒后再试",
            "Druid failed several times in a row ("
                + names(brokers)
                + "); try again in some seconds"));
  }

  private static String names(List<URI> brokers) {
    return String.join(", ", brokers.stream().map(URI::toString).toList());
  }

  static MingshuException closed() {
    return new MingshuException(
        ErrorCode.ENGINE_UNAVAILABLE,
        new Text("与 Druid 的连接已关闭", "The connection to Druid was closed"));
  }

  private static MingshuException denied(Throwable cause) {
    return new MingshuException(
        ErrorCode.ENGINE_DENIED,
        new Text(
            "Druid 拒绝了我们的登录或访问，请检查用户、令牌及其权限",
            "Druid refused our sign-in; check the user, the token and their rights"),
        cause);
  }

  /** A segment that should be read is on no server. */
  static MingshuException partial(Throwable cause) {
    return new MingshuException(ErrorCode.ENGINE_UNAVAILABLE, PARTIAL, cause);
  }

  /** A segment of a table that should be read is on no server. */
  static MingshuException partial(String table) {
    LOG.warn("a part of {} is not being served", table);
    return new MingshuException(ErrorCode.ENGINE_UNAVAILABLE, PARTIAL);
  }

  private static final Text PARTIAL =
      new Text(
          "部分数据暂时没有服务器提供，答案会不完整，请稍后再试",
          "Part of the data is not being served at the moment, so the answer would be incomplete;"
              + " try again shortly");

  static MingshuException changing() {
    return new MingshuException(
        ErrorCode.ENGINE_UNAVAILABLE,
        new Text(
            "数据正在更新或迁移，请稍后再试",
            "The data are being replaced or moved at the moment; try again shortly"));
  }

  private static MingshuException noTable(String table, Throwable cause) {
    return new MingshuException(
        ErrorCode.DATA_MISSING,
        new Text("Druid 中没有表 " + table + "，请先加载数据", "There is no table " + table + " in Druid"),
        cause);
  }

  private static MingshuException outOfMemory(Throwable cause) {
    return new MingshuException(
        ErrorCode.OUT_OF_MEMORY,
        new Text(
            "这个查询需要的内存太多，请缩短时间范围或减少维度",
            "The query needs too much memory; ask for a shorter period or fewer dimensions"),
        cause);
  }

  private static MingshuException busy(Throwable cause) {
    return new MingshuException(ErrorCode.TOO_BUSY, BUSY, cause);
  }

  static MingshuException noSlot() {
    return new MingshuException(ErrorCode.TOO_BUSY, BUSY);
  }

  private static final Text BUSY =
      new Text("正在执行的查询太多，请稍后再试", "Too many queries are running; try again shortly");

  static MingshuException timeout(Deadline deadline) {
    return new MingshuException(ErrorCode.QUERY_TIMEOUT, late(deadline));
  }

  static MingshuException timeout(Deadline deadline, Throwable cause) {
    return new MingshuException(ErrorCode.QUERY_TIMEOUT, late(deadline), cause);
  }

  private static Text late(Deadline deadline) {
    long seconds = deadline.given().toSeconds();
    return new Text(
        "查询超过 " + seconds + " 秒，已停止；请缩短时间范围",
        "The query took longer than "
            + seconds
            + " seconds and was stopped; ask for a shorter period");
  }

  static MingshuException cancelled() {
    return new MingshuException(ErrorCode.QUERY_CANCELLED, CANCELLED);
  }

  private static MingshuException cancelled(Throwable cause) {
    return new MingshuException(ErrorCode.QUERY_CANCELLED, CANCELLED, cause);
  }

  private static final Text CANCELLED = new Text("查询已取消", "The query was cancelled");

  static MingshuException tooManyRows(int maxRows) {
    return new MingshuException(
        ErrorCode.TOO_MANY_ROWS,
        new Text(
            "结果超过 " + maxRows + " 行，请只看前几名或加上筛选",
            "The answer has more than " + maxRows + " rows; ask for the top ones or add a filter"));
  }

  static MingshuException tooManyBytes(long maxBytes) {
    return new MingshuException(
        ErrorCode.TOO_MANY_ROWS,
        new Text(
            "结果超过 " + maxBytes / 1_000_000 + " MB，请只看前几名或加上筛选",
            "The answer is larger than "
                + maxBytes / 1_000_000
                + " MB; ask for the top ones or add a filter"));
  }

  /** The answer ended before its end. */
  static MingshuException cut() {
    return new MingshuException(
        ErrorCode.ENGINE_FAILED,
        new Text(
            "Druid 的结果在中途断开，没有完整返回", "Druid's answer broke off in the middle, so it is not shown"));
  }

  static MingshuException failed(Throwable cause) {
    return new MingshuException(
        ErrorCode.ENGINE_FAILED, new Text("查询执行失败", "The engine failed to run the query"), cause);
  }

  /** Druid's own words, for the log. */
  static final class DruidFailure extends IOException {
    private static final long serialVersionUID = 1L;

    DruidFailure(String message) {
      super(message);
    }
  }

  /** Druid knows a table or a column no more, or not yet. */
  static final class UnknownName extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String table;
    private final MingshuException meaning;

    UnknownName(String table, MingshuException meaning) {
      super(meaning);
      this.table = table;
      this.meaning = meaning;
    }

    /** Empty where it is a column. */
    String table() {
      return table;
    }

    MingshuException meaning() {
      return meaning;
    }
  }
}
