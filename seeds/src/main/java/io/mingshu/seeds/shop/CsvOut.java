package io.mingshu.seeds.shop;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;

/**
 * Writes CSV bytes without making objects: hundreds of millions of rows pass here. No value of the
 * shop needs quotes. Not thread-safe.
 */
final class CsvOut implements Closeable {
  private static final int BUFFER = 1 << 20;
  private static final int LONGEST_VALUE = 512;
  private static final long DAY = 86_400_000L;

  private final FileChannel channel;
  private final byte[] buffer = new byte[BUFFER];
  private int length;

  private long cachedDay = Long.MIN_VALUE;
  private final byte[] cachedDate = new byte[11];

  CsvOut(Path file, String header) throws IOException {
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    text(header.getBytes(StandardCharsets.UTF_8));
    buffer[length++] = '\n';
  }

  void text(byte[] bytes) {
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  void comma() {
    buffer[length++] = ',';
  }

  /** Ends the row. */
  void end() throws IOException {
    buffer[length++] = '\n';
    if (length > BUFFER - LONGEST_VALUE * 4) {
      flush();
    }
  }

  void number(long value) {
    digits(value, 1);
  }

  /** An identifier: a letter and at least so many digits. */
  void id(char letter, long value, int width) {
    buffer[length++] = (byte) letter;
    digits(value, width);
  }

  /** Fen as yuan with two decimals. */
  void money(long fen) {
    digits(fen / 100, 1);
    buffer[length++] = '.';
    digits(fen % 100, 2);
  }

  /** A UTC instant with milliseconds. */
  void instant(long epochMillis) {
    long day = Math.floorDiv(epochMillis, DAY);
    if (day != cachedDay) {
      byte[] date = (LocalDate.ofEpochDay(day) + "T").getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(date, 0, cachedDate, 0, date.length);
      cachedDay = day;
    }
    System.arraycopy(cachedDate, 0, buffer, length, cachedDate.length);
    length += cachedDate.length;
    int millis = (int) (epochMillis - day * DAY);
    digits(millis / 3_600_000, 2);
    buffer[length++] = ':';
    digits(millis / 60_000 % 60, 2);
    buffer[length++] = ':';
    digits(millis / 1_000 % 60, 2);
    buffer[length++] = '.';
    digits(millis % 1_000, 3);
    buffer[length++] = 'Z';
  }

  private void digits(long value, int width) {
    int count = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      count++;
    }
    int total = Math.max(count, width);
    long rest = value;
    for (int i = length + total - 1; i >= length; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += total;
  }

  private void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    length = 0;
  }

  @Override
  public void close() throws IOException {
    try {
      flush();
    } finally {
      channel.close();
    }
  }
}
