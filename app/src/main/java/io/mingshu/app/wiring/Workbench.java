package io.mingshu.app.wiring;

import io.mingshu.gateway.answer.Answering;
import io.mingshu.nlq.CatalogInterpreter;
import io.mingshu.nlq.Interpreter;
import io.mingshu.seeds.dataset.DataLock;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.engine.druid.DruidSettings;
import io.mingshu.semantic.plan.CatalogSemanticLayer;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.plan.execution.Engine;
import io.mingshu.semantic.time.PeriodResolver;
import java.nio.file.Path;
import java.util.Optional;

/** All that is needed to ask about data. A folder that is asked about is locked against writing. */
public final class Workbench implements AutoCloseable {
  private final Runnable unlock;
  private final Engine engine;
  private final Answering answering;
  private final Runnable later;

  private Workbench(Runnable unlock, Engine engine, Answering answering, Runnable later) {
    this.later = later;
    this.unlock = unlock;
    this.engine = engine;
    this.answering = answering;
  }

  /** Opens a folder in the embedded engine. */
  public static Workbench open(Path folder, Optional<Path> catalog, Progress progress) {
    return open(folder, catalog, new EngineChoice.DuckDb(), progress);
  }

  /**
   * Opens a folder, loading its files into the engine first where that was not done yet.
   *
   * @param catalog a file or folder; absent: the catalog that the data set names
   * @throws io.mingshu.semantic.error.MingshuException where data, catalog or engine cannot be had
   */
  public static Workbench open(
      Path folder, Optional<Path> catalog, EngineChoice choice, Progress progress) {
    Catalog meaning = catalog.map(CatalogReader::read).orElseGet(() -> catalogOf(folder));
    Engines engines = new Engines(meaning, progress);
    Engines.Ready ready = engines.ready(choice, folder);
    DataLock lock = DataLock.toRead(folder);
    try {
      return over(meaning, ready.open().get(), lock::close, ready.later());
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The catalog that a data set names. */
  public static Catalog catalogOf(Path folder) {
    DataSet dataSet = DataSet.open(folder);
    return dataSet
        .catalogFile()
        .map(CatalogReader::read)
        .orElseGet(() -> CatalogReader.builtIn(dataSet.manifest().catalog()));
  }

  /** Opens the datasources of a Druid that others run and load. */
  public static Workbench open(Path catalog, DruidSettings settings) {
    Catalog meaning = CatalogReader.read(catalog);
    return over(meaning, new Engines(meaning, Progress.NONE).druid(settings), () -> {}, () -> {});
  }

  private static Workbench over(Catalog meaning, Engine engine, Runnable unlock, Runnable later) {
    try {
      SemanticLayer layer = new CatalogSemanticLayer(meaning, engine);
      Interpreter interpreter =
          new CatalogInterpreter(meaning, layer::dataRange, new PeriodResolver(meaning));
      return new Workbench(unlock, engine, new Answering(interpreter, layer), later);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  public Answering answering() {
    return answering;
  }

  /** Goes on with what was put off until the first answers: to be called once. */
  public void finishLoading() {
    later.run();
  }

  @Override
  public void close() {
    engine.close();
    unlock.run();
  }
}
