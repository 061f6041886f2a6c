package io.mingshu.druid.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration of the servers, for one machine, one user and little memory. Written anew at
 * every start, because the ports may differ.
 */
final class Configuration {
  private static final String HOST = "127.0.0.1";
  private static final String BUFFER_BYTES = String.valueOf(32 * 1024 * 1024);

  private final ClusterFolder folder;
  private final Ports ports;

  Configuration(ClusterFolder folder, Ports ports) {
    this.folder = folder;
    this.ports = ports;
  }

  /** Writes all files. */
  void write() throws IOException {
    writeProperties(folder.commonConfiguration().resolve("common.runtime.properties"), common());
    writeProperties(runtime(Role.COORDINATOR), coordinator());
    writeProperties(runtime(Role.BROKER), broker());
    writeProperties(runtime(Role.HISTORICAL), historical());
    writeProperties(runtime(Role.INDEXER), indexer());
    writeProperties(zookeeperFile(folder), zookeeper());
    Files.writeString(folder.commonConfiguration().resolve("log4j2.xml"), LOGGING);
  }

  static Path zookeeperFile(ClusterFolder folder) {
    return folder.configuration(Role.ZOOKEEPER).resolve("zoo.properties");
  }

  private Path runtime(Role role) {
    return folder.configuration(role).resolve("runtime.properties");
  }

  Map<String, String> common() {
    Path data = folder.data();
    Map<String, String> p = new TreeMap<>();
    // What lies on the class path is loaded; there is no folder of extensions.
    p.put("druid.extensions.loadList", "[]");
    p.put("druid.extensions.searchCurrentClassloader", "true");
    p.put("druid.host", HOST);
    // Without it the servers listen to the whole network, and nobody signs in here.
    p.put("druid.bindOnHost", "true");
    p.put("druid.zk.service.host", HOST + ":" + ports.zookeeper());
    p.put("druid.metadata.storage.type", "derby");
    p.put(
        "druid.metadata.storage.connector.connectURI",
        "jdbc:derby://" + HOST + ":" + ports.derby() + "/metadata.db;create=true");
    p.put("druid.metadata.storage.connector.host", HOST);
    p.put("druid.metadata.storage.connector.port", String.valueOf(ports.derby()));
    p.put("druid.storage.type", "local");
    p.put("druid.storage.storageDirectory", data.resolve("segments").toString());
    p.put("druid.indexer.logs.type", "file");
    p.put("druid.indexer.logs.directory", data.resolve("task-logs").toString());
    p.put("druid.indexer.logs.kill.enabled", "true");
    p.put("druid.indexer.logs.kill.durationToRetain", "604800000");
    p.put("druid.selectors.indexing.serviceName", "druid/overlord");
    p.put("druid.selectors.coordinator.serviceName", "druid/coordinator");
    p.put("druid.monitoring.monitors", "[]");
    p.put("druid.emitter", "noop");
    p.put("druid.startup.logging.logProperties", "false");
    p.put("druid.sql.enable", "true");
    p.put("druid.lookup.enableLookupSyncOnStartup", "false");
    p.put("druid.javascript.enabled", "false");
    p.put("druid.server.http.gracefulShutdownTimeout", "PT2S");
    return p;
  }

  Map<String, String> coordinator() {
    Map<String, String> p = server("druid/coordinator", ports.coordinator());
    // Before it knows what a restarted historical has, it would have all of it loaded once more.
    p.put("druid.coordinator.startDelay", "PT5S");
    // A historical may answer such an order too fast to be heard; without this, for five minutes.
    p.put("druid.coordinator.loadqueuepeon.http.hostTimeout", "PT10S");
    p.put("druid.coordinator.period", "PT5S");
    p.put("druid.coordinator.asOverlord.enabled", "true");
    p.put("druid.coordinator.asOverlord.overlordService", "druid/overlord");
    p.put("druid.indexer.queue.startDelay", "PT1S");
    p.put("druid.indexer.runner.type", "httpRemote");
    p.put("druid.indexer.storage.type", "metadata");
    p.put("druid.manager.segments.pollDuration", "PT2S");
    // Replaced segments are deleted from the disk after a while.
    p.put("druid.coordinator.kill.on", "true");
    p.put("druid.coordinator.kill.period", "PT1H");
    p.put("druid.coordinator.kill.durationToRetain", "PT1H");
    p.put("druid.coordinator.kill.bufferPeriod", "PT1H");
    return p;
  }

  Map<String, String> broker() {
    Map<String, String> p = server("druid/broker", ports.broker());
    processing(p, 1, 4);
    p.put("druid.broker.http.numConnections", "10");
    p.put("druid.server.http.numThreads", "24");
    p.put("druid.sql.planner.metadataRefreshPeriod", "PT2S");
    p.put("druid.query.groupBy.maxOnDiskStorage", "1GiB");
    return p;
  }

  Map<String, String> historical() {
    Map<String, String> p = server("druid/historical", ports.historical());
    processing(p, 2, 4);
    p.put("druid.server.http.numThreads", "24");
    p.put("druid.query.groupBy.maxOnDiskStorage", "1GiB");
    Path cache = folder.data().resolve("segment-cache");
    p.put(
        "druid.segmentCache.locations",
        "[{\"path\":\"" + escaped(cache) + "\",\"maxSize\":\"50g\"}]");
    return p;
  }

  Map<String, String> indexer() {
    Map<String, String> p = server("druid/indexer", ports.indexer());
    // It answers no queries of its own, so it needs next to no buffers.
    p.put("druid.processing.buffer.sizeBytes", String.valueOf(4 * 1024 * 1024));
    p.put("druid.processing.numThreads", "1");
    p.put("druid.processing.numMergeBuffers", "2");
    p.put("druid.processing.tmpDir", folder.temporary().toString());
    p.put("druid.server.http.numThreads", "16");
    // One that divides the work, two that do it. A plain number: no unit is understood here.
    p.put("druid.worker.capacity", "3");
    p.put("druid.worker.globalIngestionHeapLimitBytes", String.valueOf(150_000_000));
    p.put("druid.worker.numConcurrentMerges", "1");
    p.put("druid.indexer.task.baseTaskDir", folder.data().resolve("task").toString());
    p.put("druid.indexer.task.gracefulShutdownTimeout", "PT2S");
    return p;
  }

  private Map<String, String> zookeeper() {
    Map<String, String> p = new TreeMap<>();
    p.put("dataDir", folder.data().resolve("zookeeper").toString());
    p.put("clientPort", String.valueOf(ports.zookeeper()));
    p.put("clientPortAddress", HOST);
    p.put("tickTime", "2000");
    p.put("maxClientCnxns", "0");
    p.put("autopurge.purgeInterval", "24");
    p.put("admin.enableServer", "false");
    return p;
  }

  private static Map<String, String> server(String service, int port) {
    Map<String, String> p = new TreeMap<>();
    p.put("druid.service", service);
    p.put("druid.plaintextPort", String.valueOf(port));
    return p;
  }

  private void processing(Map<String, String> p, int threads, int mergeBuffers) {
    p.put("druid.processing.buffer.sizeBytes", BUFFER_BYTES);
    p.put("druid.processing.numThreads", String.valueOf(threads));
    p.put("druid.processing.numMergeBuffers", String.valueOf(mergeBuffers));
    // Nested groupings take further buffers, one each, however many threads there are
    // (https://github.com/apache/druid/issues/5319): these are given back instead of kept.
    p.put("druid.processing.buffer.poolCacheMaxCount", String.valueOf(threads));
    p.put("druid.processing.tmpDir", folder.temporary().toString());
  }

  private static String escaped(Path path) {
    return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static void writeProperties(Path file, Map<String, String> properties)
      throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    StringBuilder text = new StringBuilder();
    properties.forEach(
        (key, value) -> text.append(key).append('=').append(asProperty(value)).append('\n'));
    Files.writeString(file, text);
  }

  /** A value as the format of property files wants it, whatever folder the user chose. */
  static String asProperty(String value) {
    StringBuilder text = new StringBuilder();
    value
        .chars()
        .forEach(
            c -> {
              if (c == '\\') {
                text.append("\\\\");
              } else if (c > '~' || c < ' ') {
                text.append(String.format("\\u%04x", c));
              } else {
                text.append((char) c);
              }
            });
    return text.toString();
  }

  private static final String LOGGING =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Configuration status="WARN">
        <Appenders>
          <RollingFile name="file" fileName="${sys:mingshu.log}" filePattern="${sys:mingshu.log}.%i">
            <PatternLayout pattern="%d{ISO8601} %p [%t] %c{1} - %m%n"/>
            <Policies>
              <SizeBasedTriggeringPolicy size="10 MB"/>
            </Policies>
            <DefaultRolloverStrategy max="2"/>
          </RollingFile>
        </Appenders>
        <Loggers>
          <Root level="info">
            <AppenderRef ref="file"/>
          </Root>
          <Logger name="org.apache.zookeeper" level="warn"/>
          <Logger name="org.apache.curator" level="warn"/>
          <Logger name="org.eclipse.jetty" level="warn"/>
        </Loggers>
      </Configuration>
      """;
}
