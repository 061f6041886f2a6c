package io.mingshu.seeds.shop;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The events of one business day at a time: gathered by user, written by time. No event of a day
 * comes after those of the next, so a day is all that is ever held.
 */
final class EventLog implements Closeable {
  private static final String HEADER =
      "event_id,event_time,user_id,session_id,event_type,page,item_id,category,subcategory,brand,"
          + "channel,device,campaign,experiment,variant";
  private static final int ID_WIDTH = 7;
  private static final int SESSION_WIDTH = 9;

  private final CsvOut out;
  private final Goods goods;
  private final byte[][] types = bytes(Vocabulary.EVENT_TYPES);
  private final byte[][] pages = bytes(Vocabulary.PAGES);
  private final byte[][] channels = bytes(Vocabulary.CHANNELS);
  private final byte[][] devices = bytes(Vocabulary.DEVICES);
  private final byte[][] campaigns = bytes(Vocabulary.CAMPAIGNS);
  private final byte[][] experiments = bytes(Vocabulary.EXPERIMENT_COLUMNS);
  private static final byte[] NO_ITEM = {',', ',', ','};

  private long[] times = new long[1 << 12];
  private int[] users = new int[1 << 12];
  private long[] sessions = new long[1 << 12];
  private long[] codes = new long[1 << 12];
  private int count;
  private long written;

  EventLog(Path file, Goods goods) throws IOException {
    this.out = new CsvOut(file, HEADER);
    this.goods = goods;
  }

  static byte[][] bytes(List<String> words) {
    return words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }

  /**
   * @param item number of the item, −1 for none
   */
  void add(
      long time,
      int user,
      long session,
      int type,
      int page,
      int item,
      int channel,
      int device,
      int campaign,
      int experiment) {
    if (count == times.length) {
      int larger = count * 2;
      times = Arrays.copyOf(times, larger);
      users = Arrays.copyOf(users, larger);
      sessions = Arrays.copyOf(sessions, larger);
      codes = Arrays.copyOf(codes, larger);
    }
    times[count] = time;
    users[count] = user;
    sessions[count] = session;
    codes[count] =
        type
            | (long) page << 4
            | (long) channel << 8
            | (long) device << 12
            | (long) campaign << 16
            | (long) experiment << 20
            | (long) (item + 1) << 24;
    count++;
  }

  /** Writes the day that began at {@code dayStart} and forgets it. */
  void endDay(long dayStart) throws IOException {
    long[] order = new long[count];
    for (int i = 0; i < count; i++) {
      order[i] = (times[i] - dayStart) << 32 | i;
    }
    Arrays.sort(order);
    for (long key : order) {
      write((int) key);
    }
    count = 0;
  }

  private void write(int i) throws IOException {
    long code = codes[i];
    int item = (int) (code >>> 24) - 1;
    out.number(++written);
    out.comma();
    out.instant(times[i]);
    out.comma();
    out.id('u', users[i] + 1L, ID_WIDTH);
    out.comma();
    out.id('s', sessions[i], SESSION_WIDTH);
    out.comma();
    out.text(types[(int) code & 15]);
    out.comma();
    out.text(pages[(int) (code >>> 4) & 15]);
    out.comma();
    out.text(item < 0 ? NO_ITEM : goods.columns(item));
    out.comma();
    out.text(channels[(int) (code >>> 8) & 15]);
    out.comma();
    out.text(devices[(int) (code >>> 12) & 15]);
    out.comma();
    out.text(campaigns[(int) (code >>> 16) & 15]);
    out.comma();
    out.text(experiments[(int) (code >>> 20) & 15]);
    out.end();
  }

  long written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
