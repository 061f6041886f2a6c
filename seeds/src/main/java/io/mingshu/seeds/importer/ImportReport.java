package io.mingshu.seeds.importer;

import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.semantic.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of an import.
 *
 * @param rows that are served
 * @param rejected rows that were left out
 * @param rejectedFile the rows left out with line and reason, where there are any
 * @param catalogDraft the drafted catalog
 * @param notes what was decided on the user's behalf, to be shown
 */
public record ImportReport(
    DataSet data,
    long rows,
    long rejected,
    Optional<Path> rejectedFile,
    Path catalogDraft,
    List<Text> notes) {
  public ImportReport {
    notes = List.copyOf(notes);
  }
}
