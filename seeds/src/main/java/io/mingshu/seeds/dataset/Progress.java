package io.mingshu.seeds.dataset;

import io.mingshu.semantic.text.Text;

/** Hears how far a long piece of work is. Called from one thread, often; draw at your own pace. */
public interface Progress {

  Progress NONE = (stage, done, total) -> {};

  /**
   * @param done how much of the stage is done, in units of its own; equal to {@code total} at its
   *     end
   */
  void report(Stage stage, long done, long total);

  /** Something that the user should know although the work goes on, such as rows left out. */
  default void notice(Text text) {}

  /** The kinds of work. */
  enum Stage {
    GENERATE("生成数据", "Generating data"),
    CONVERT("写入 Parquet", "Writing Parquet"),
    LOAD("载入 DuckDB", "Loading into DuckDB"),
    IMPORT("导入文件", "Importing file"),
    DRUID_START("启动 Druid", "Starting Druid"),
    DRUID_EXPORT("为 Druid 准备数据", "Preparing rows for Druid"),
    DRUID_INGEST("载入 Druid", "Loading into Druid"),
    DRUID_ROLL_UP("在 Druid 中汇总", "Rolling up in Druid");

    private final String zh;
    private final String en;

    Stage(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public Text label() {
      return new Text(zh, en);
    }
  }
}
