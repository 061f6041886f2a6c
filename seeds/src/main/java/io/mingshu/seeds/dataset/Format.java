package io.mingshu.seeds.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How the files of a data set are written. */
public enum Format {
  @JsonProperty("csv")
  CSV,
  @JsonProperty("parquet")
  PARQUET;

  /** The ending of a file's name, without the dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
