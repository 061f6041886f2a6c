package io.mingshu.nlq.wording;

import io.mingshu.semantic.query.FunnelQuery.Order;
import io.mingshu.semantic.query.FunnelQuery.Window;
import io.mingshu.semantic.text.Text;

/** How steps follow each other, in words. */
public final class FunnelTerms {
  private FunnelTerms() {}

  public static Text window(Window window) {
    Text unit =
        switch (window.unit()) {
          case SECOND -> new Text("秒", "second");
          case MINUTE -> new Text("分钟", "minute");
          case HOUR -> new Text("小时", "hour");
          case DAY -> new Text("天", "day");
          case WEEK -> new Text("周", "week");
        };
    return new Text(
        window.count() + unit.zh() + "内完成",
        "within " + window.count() + " " + unit.en() + (window.count() == 1 ? "" : "s"));
  }

  public static Text order(Order order) {
    return switch (order) {
      case ORDERED -> new Text("按顺序", "in order");
      case STRICT -> new Text("中间不隔其他行为", "one right after the other");
      case ANY -> new Text("不分先后", "in any order");
    };
  }
}
