package io.mingshu.semantic.error;

/**
 * The stable codes of failures. Numbers and names never change once released; {@code
 * docs/errors.md} lists them and a test holds it to this enum.
 */
public enum ErrorCode {
  INVALID_REQUEST(1001, Kind.USER, 400),
  QUESTION_TOO_LONG(1002, Kind.USER, 413),
  INVALID_QUERY(1003, Kind.USER, 422),
  UNKNOWN_METRIC(1004, Kind.USER, 422),
  UNKNOWN_DIMENSION(1005, Kind.USER, 422),
  INCOMPATIBLE_DIMENSION(1006, Kind.USER, 422),
  PERIOD_OUTSIDE_DATA(1007, Kind.USER, 422),
  NOT_FOUND(1008, Kind.USER, 404),
  METHOD_NOT_ALLOWED(1009, Kind.USER, 405),
  INVALID_USAGE(1010, Kind.USER, 400),
  FORBIDDEN(1011, Kind.USER, 403),
  REQUEST_TOO_LARGE(1012, Kind.USER, 413),
  UNSUPPORTED_CONTENT_TYPE(1013, Kind.USER, 415),
  COHORTS_INCOMPLETE(1014, Kind.USER, 422),
  NAME_TAKEN(1015, Kind.USER, 409),
  NAME_UNFIT(1016, Kind.USER, 422),
  NOT_A_SEGMENT(1017, Kind.USER, 422),
  STALE_BOARD(1019, Kind.USER, 409),
  TOO_MANY_KEPT(1020, Kind.USER, 409),

  CATALOG_INVALID(2001, Kind.DATA, 500),
  DATA_MISSING(2002, Kind.DATA, 503),
  DATA_MALFORMED(2003, Kind.DATA, 422),
  DATA_IN_USE(2004, Kind.DATA, 409),
  LOAD_FAILED(2005, Kind.DATA, 500),
  STATE_UNREADABLE(2006, Kind.DATA, 500),

  QUERY_TIMEOUT(3001, Kind.RESOURCES, 504),
  QUERY_CANCELLED(3002, Kind.RESOURCES, 499),
  TOO_MANY_ROWS(3003, Kind.RESOURCES, 422),
  OUT_OF_MEMORY(3004, Kind.RESOURCES, 503),
  DISK_FULL(3005, Kind.RESOURCES, 507),
  TOO_BUSY(3006, Kind.RESOURCES, 429),
  PORT_IN_USE(3007, Kind.RESOURCES, 503),
  ENGINE_UNAVAILABLE(3008, Kind.RESOURCES, 503),
  ENGINE_DENIED(3009, Kind.RESOURCES, 502),
  STATE_UNAVAILABLE(3010, Kind.RESOURCES, 503),

  INTERNAL(9001, Kind.INTERNAL, 500),
  ENGINE_FAILED(9002, Kind.INTERNAL, 502);

  /** Who can do something about it. */
  public enum Kind {
    USER,
    DATA,
    RESOURCES,
    INTERNAL
  }

  private final int number;
  private final Kind kind;
  private final int httpStatus;

  ErrorCode(int number, Kind kind, int httpStatus) {
    this.number = number;
    this.kind = kind;
    this.httpStatus = httpStatus;
  }

  public int number() {
    return number;
  }

  public Kind kind() {
    return kind;
  }

  public int httpStatus() {
    return httpStatus;
  }
}
