package io.mingshu.seeds.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
  @TempDir Path folder;

  @Test
  void manyRead() {
    try (DataLock one = DataLock.toRead(folder);
        DataLock two = DataLock.toRead(folder)) {
      assertThat(one).isNotSameAs(two);
    }
  }

  @Test
  void nobodyWritesWhileSomebodyReads() {
    try (DataLock reader = DataLock.toRead(folder)) {
      assertThat(reader).isNotNull();
      assertInUse();
    }
    DataLock.toWrite(folder).close();
  }

  @Test
  void oneWrites() {
    try (DataLock writer = DataLock.toWrite(folder)) {
      assertThat(writer).isNotNull();
      assertInUse();
      assertThatThrownBy(() -> DataLock.toRead(folder)).isInstanceOf(MingshuException.class);
    }
  }

  @Test
  void whatIsNotPublishedIsRemoved() throws IOException {
    try (DataLock writer = DataLock.toWrite(folder);
        Staging staging = Staging.under(writer)) {
      Files.writeString(staging.file("kept.csv"), "a");
      Files.writeString(staging.file("lost.csv"), "b");
      staging.publish("kept.csv");
    }
    assertThat(folder.resolve("kept.csv")).hasContent("a");
    assertThat(folder).isDirectoryNotContaining("glob:**.staging");
  }

  @Test
  void whatACrashLeftIsRemovedByTheNextWriter() throws IOException {
    Files.createDirectories(folder.resolve(".staging/spill"));
    Files.writeString(folder.resolve(".staging/spill/old"), "x");
    try (DataLock writer = DataLock.toWrite(folder);
        Staging staging = Staging.under(writer)) {
      assertThat(staging.folder()).isEmptyDirectory();
    }
  }

  @Test
  void aFullDiskIsCalledByItsName() {
    assertThat(DiskFailure.of(new IOException("No space left on device"), folder).code())
        .isEqualTo(ErrorCode.DISK_FULL);
    assertThat(DiskFailure.of(new IOException("Permission denied"), folder).code())
        .isEqualTo(ErrorCode.LOAD_FAILED);
  }

  private void assertInUse() {
    assertThatThrownBy(() -> DataLock.toWrite(folder))
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_IN_USE));
  }
}
