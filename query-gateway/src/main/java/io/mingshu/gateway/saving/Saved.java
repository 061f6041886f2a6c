package io.mingshu.gateway.saving;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mingshu.semantic.text.Text;

/**
 * A segment that was saved, or proposed.
 *
 * @param name what queries call it
 * @param definition who belongs to it, read out from its rule
 */
public record Saved(String name, Text label, Text definition, State state) {

  /** What became of it. */
  public enum State {
    /** It is part of the catalog, and the next question can name it. */
    @JsonProperty("saved")
    SAVED,
    /** It is part of the catalog's files, which others have changed too: a restart reads them. */
    @JsonProperty("after_restart")
    AFTER_RESTART,
    /** The asker may not edit the catalog; its owner may accept it. */
    @JsonProperty("proposed")
    PROPOSED
  }
}
