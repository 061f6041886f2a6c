package io.mingshu.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshu.druid.load.ClusterSpecs;
import io.mingshu.druid.load.Granularity;
import io.mingshu.druid.load.RowSource;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "spec",
    description =
        "Prints, for a cluster, the ingestion specs of a data set's tables and its catalog's"
            + " rollups, as JSON.")
final class DruidSpecCommand implements Callable<Integer> {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Where rows come from. */
  enum Kind {
    BATCH,
    KAFKA
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The data set that has the same columns and types.")
  private Path data = Path.of("");

  @Option(
      names = "--kind",
      defaultValue = "batch",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Kind kind = Kind.BATCH;

  @Option(
      names = "--datasource",
      paramLabel = "NAME",
      description = "Only the spec of this one, as it is submitted.")
  private @Nullable String datasource;

  @Option(
      names = "--input",
      paramLabel = "PLACE",
      description =
          "For batch: s3://, http(s):// or hdfs://, or a folder, perhaps with *; {table} stands for"
              + " the table's name; default /data/{table}/*.json.")
  private @Nullable String input;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      description = "For kafka: {table} stands for the table's name; default {table}.")
  private @Nullable String topic;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT,…",
      description = "For kafka; default localhost:9092.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--granularity",
      description =
          "What a segment covers: ${COMPLETION-CANDIDATES}; default: a day for tables of 100,000 rows"
              + " in the data set, a month for others and for rollups.")
  private @Nullable Granularity granularity;

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, speech);
    RowSource source = source();
    DataSet dataSet = DataSet.open(data);
    Map<String, ObjectNode> specs =
        ClusterSpecs.of(dataSet.manifest(), DruidCommand.catalog(dataSet), source, granularity);
    terminal.out().println(written(datasource == null ? specs : chosen(specs, datasource)));
    terminal.out().flush();
    return 0;
  }

  private RowSource source() {
    if (kind == Kind.KAFKA) {
      refuse("--input", input);
      return new RowSource.Kafka(
          topic == null ? RowSource.TABLE : topic,
          bootstrapServers == null ? "localhost:9092" : bootstrapServers);
    }
    refuse("--topic", topic);
    refuse("--bootstrap-servers", bootstrapServers);
    return new RowSource.Files(input == null ? "/data/" + RowSource.TABLE + "/*.json" : input);
  }

  private void refuse(String option, @Nullable String value) {
    if (value != null) {
      String named = "--kind " + kind.name().toLowerCase(Locale.ROOT);
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(option + " 与 " + named + " 不能同用", option + " has no use with " + named));
    }
  }

  private static ObjectNode chosen(Map<String, ObjectNode> specs, String datasource) {
    ObjectNode found = specs.get(datasource);
    if (found == null) {
      String known = String.join(", ", specs.keySet());
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(
              "没有 " + datasource + "；有：" + known, "There is no " + datasource + ", only " + known));
    }
    return found;
  }

  private static String written(Object specs) {
    try {
      return JSON.writeValueAsString(specs);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
