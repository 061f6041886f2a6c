package io.mingshu.semantic.error;

import io.mingshu.semantic.text.Text;
import java.util.Map;

/**
 * A failure with a stable code, a message for the person who meets it in both languages, and
 * context for the log. The message says what to do about it and holds no secret and no stack.
 */
public final class MingshuException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Text text;
  private final transient Map<String, Object> context;

  public MingshuException(ErrorCode code, Text text) {
    this(code, text, Map.of());
  }

  public MingshuException(ErrorCode code, Text text, Map<String, Object> context) {
    super(text.en());
    this.code = code;
    this.text = text;
    this.context = Map.copyOf(context);
  }

  public MingshuException(ErrorCode code, Text text, Throwable cause) {
    super(text.en(), cause);
    this.code = code;
    this.text = text;
    this.context = Map.of();
  }

  public ErrorCode code() {
    return code;
  }

  /** The message in both languages. */
  public Text text() {
    return text;
  }

  public Map<String, Object> context() {
    return context;
  }
}
