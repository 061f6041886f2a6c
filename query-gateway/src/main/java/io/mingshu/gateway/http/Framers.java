package io.mingshu.gateway.http;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The sites whose pages may show ours in a frame, and load the element that does so.
 *
 * @param origins as browsers write them: {@code https://shop.example.com}, with a port where it is
 *     not the usual one
 */
public record Framers(List<String> origins) {
  /** Nobody's page may. */
  public static final Framers NONE = new Framers(List.of());

  private static final int MOST = 20;

  /** No wildcard, no path: nothing that could end the directive it is written into. */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "https?://(\\[[0-9a-f:]{2,45}]|[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?)(:\\d{1,5})?");

  public Framers {
    origins = List.copyOf(origins);
    if (origins.size() > MOST) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(
              "--frame-ancestors 最多 " + MOST + " 个", "At most " + MOST + " --frame-ancestors"));
    }
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new MingshuException(
            ErrorCode.INVALID_USAGE,
            new Text(
                "--frame-ancestors 须是 https://shop.example.com 这样的来源，不带路径和通配符：" + origin,
                "--frame-ancestors is an origin such as https://shop.example.com, without a path or"
                    + " wildcard: "
                    + origin));
      }
    }
  }

  boolean include(String origin) {
    return origins.contains(origin);
  }

  /** The value of the policy's directive. */
  String directive() {
    return origins.isEmpty() ? "'none'" : String.join(" ", origins);
  }
}
