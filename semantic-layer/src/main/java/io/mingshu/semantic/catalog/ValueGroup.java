package io.mingshu.semantic.catalog;

import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.List;

/**
 * A word for several values of one dimension.
 *
 * @param codes the values
 * @param ask whether the word is too loose to be taken for its values without asking back
 */
public record ValueGroup(Text label, Terms terms, List<String> codes, boolean ask) {
  public ValueGroup {
    codes = List.copyOf(codes);
  }
}
