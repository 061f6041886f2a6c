package io.mingshu.druid.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where a cluster finds the rows of the tables, as lines or messages of JSON. {@code {table}} in a
 * place stands for the table's name.
 */
public sealed interface RowSource {

  /** What {@code {table}} stands for. */
  String TABLE = "{table}";

  /**
   * Files of lines of JSON.
   *
   * @param place {@code s3://}, {@code http(s)://} or {@code hdfs://}, or a folder that every
   *     worker sees, the last part of it with a {@code *} for some of its files
   */
  record Files(String place) implements RowSource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALL = "*.json*";

    ObjectNode inputSource(TableLayout table) {
      String found = place.replace(TABLE, table.datasource());
      ObjectNode source = JSON.createObjectNode();
      if (found.startsWith("s3://")) {
        source.put("type", "s3").putArray(found.endsWith("/") ? "prefixes" : "uris").add(found);
      } else if (found.startsWith("http://") || found.startsWith("https://")) {
        source.put("type", "http").putArray("uris").add(found);
      } else if (found.startsWith("hdfs://")) {
        source.put("type", "hdfs").put("paths", found);
      } else {
        int name = found.lastIndexOf('/') + 1;
        boolean some = found.indexOf('*', name) >= 0;
        String folder = some ? found.substring(0, name) : found;
        source.put("type", "local").put("baseDir", folder.isEmpty() ? "." : folder);
        source.put("filter", some ? found.substring(name) : ALL);
      }
      return source;
    }
  }

  /**
   * Kafka, a message for each row.
   *
   * @param topic of a table
   * @param bootstrapServers as Kafka's clients take them
   */
  record Kafka(String topic, String bootstrapServers) implements RowSource {
    String topicOf(TableLayout table) {
      return topic.replace(TABLE, table.datasource());
    }
  }
}
