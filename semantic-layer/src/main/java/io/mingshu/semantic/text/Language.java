package io.mingshu.semantic.text;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The languages that the product speaks. */
public enum Language {
  @JsonProperty("zh")
  ZH,
  @JsonProperty("en")
  EN
}
