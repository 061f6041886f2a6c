package io.mingshu.seeds.importer;

import io.mingshu.seeds.dataset.Staging;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The user's file as the engine can read it: recognised by its first bytes, not by its name, and in
 * UTF-8. Chinese spreadsheets come in GB 18030 as often as not; those are recoded.
 *
 * @param path the file to read
 * @param kind how it is written
 */
record SourceFile(Path path, Kind kind) {
  private static final int SAMPLE = 1 << 20;
  private static final Charset GB18030 = Charset.forName("GB18030");

  enum Kind {
    CSV,
    GZIPPED_CSV,
    PARQUET
  }

  /**
   * Looks at a file.
   *
   * @throws MingshuException with {@code DATA_MISSING} where there is none, {@code DATA_MALFORMED}
   *     where it is neither text nor Parquet
   */
  static SourceFile of(Path file, Staging staging) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new MingshuException(
          ErrorCode.DATA_MISSING,
          new Text("找不到文件 " + file + "。", "There is no file " + file + "."));
    }
    byte[] start = head(file, false);
    if (start.length >= 4 && new String(start, 0, 4, StandardCharsets.ISO_8859_1).equals("PAR1")) {
      return new SourceFile(file, Kind.PARQUET);
    }
    boolean gzipped = start.length >= 2 && start[0] == 0x1f && (start[1] & 0xff) == 0x8b;
    byte[] sample = gzipped ? head(file, true) : start;
    if (isBlank(sample)) {
      throw malformed("文件是空的", "the file is empty");
    }
    if (contains(sample, (byte) 0)) {
      throw malformed("它不是文本，也不是 Parquet（含有二进制内容）", "it is neither text nor Parquet but binary");
    }
    if (decodes(sample, StandardCharsets.UTF_8)) {
      return new SourceFile(file, gzipped ? Kind.GZIPPED_CSV : Kind.CSV);
    }
    if (!decodes(sample, GB18030)) {
      throw malformed("它的编码既不是 UTF-8 也不是 GB18030", "its encoding is neither UTF-8 nor GB 18030");
    }
    return new SourceFile(recode(file, gzipped, staging), Kind.CSV);
  }

  static MingshuException malformed(String zh, String en) {
    return new MingshuException(
        ErrorCode.DATA_MALFORMED,
        new Text("无法导入：" + zh + "。", "Cannot import the file: " + en + "."));
  }

  private static InputStream open(Path file, boolean gzipped) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return gzipped ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }

  private static byte[] head(Path file, boolean gzipped) throws IOException {
    try (InputStream bytes = open(file, gzipped)) {
      return bytes.readNBytes(SAMPLE);
    } catch (ZipException | java.io.EOFException e) {
      throw malformed("gzip 压缩已损坏", "its gzip compression is damaged");
    }
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(byte[] bytes, byte wanted) {
    for (byte b : bytes) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sample, whose last character may be cut, is text of a charset. */
  private static boolean decodes(byte[] sample, Charset charset) {
    CharBuffer out = CharBuffer.allocate(sample.length + 16);
    return !charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(sample), out, sample.length < SAMPLE)
        .isError();
  }

  private static Path recode(Path file, boolean gzipped, Staging staging) throws IOException {
    Path recoded = staging.file("recoded.csv");
    try (Reader reader = new InputStreamReader(open(file, gzipped), GB18030);
        Writer writer = Files.newBufferedWriter(recoded)) {
      reader.transferTo(writer);
    }
    return recoded;
  }
}
