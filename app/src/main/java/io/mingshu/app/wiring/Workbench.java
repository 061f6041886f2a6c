package io.mingshu.app.wiring;

import io.mingshu.gateway.answer.Answering;
import io.mingshu.nlq.CatalogInterpreter;
import io.mingshu.nlq.Interpreter;
import io.mingshu.seeds.dataset.DataLock;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.CatalogSource;
import io.mingshu.semantic.engine.druid.DruidSettings;
import io.mingshu.semantic.plan.CatalogSemanticLayer;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.plan.execution.Engine;
import io.mingshu.semantic.time.PeriodResolver;
import java.nio.file.Path;
import java.util.Optional;

/** All that is needed to ask about data. A folder that is asked about is locked against writing. */
public final class Workbench implements AutoCloseable {
  /** What people save from answers, beside a data set whose catalog comes with the product. */
  private static final String SAVED = "saved.yaml";

  private final CatalogSource source;
  private final Runnable unlock;
  private final Engine engine;
  private final Answering answering;
  private final Runnable later;

  private Workbench(
      CatalogSource source, Runnable unlock, Engine engine, Answering answering, Runnable later) {
    this.source = source;
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
    CatalogSource source =
        catalog
            .<CatalogSource>map(CatalogSource.Written::new)
            .orElseGet(() -> sourceOf(DataSet.open(folder)));
    return open(folder, source, choice, progress);
  }

  /** The same with a catalog wherever it is. */
  public static Workbench open(
      Path folder, CatalogSource source, EngineChoice choice, Progress progress) {
    Catalog meaning = CatalogReader.read(source);
    Engines engines = new Engines(meaning, progress);
    Engines.Ready ready = engines.ready(choice, folder);
    DataLock lock = DataLock.toRead(folder);
    try {
      return over(source, meaning, ready.open().get(), lock::close, ready.later());
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The catalog that a data set names. */
  public static Catalog catalogOf(Path folder) {
    return CatalogReader.read(sourceOf(DataSet.open(folder)));
  }

  private static CatalogSource sourceOf(DataSet dataSet) {
    return dataSet
        .catalogFile()
        .<CatalogSource>map(CatalogSource.Written::new)
        .orElseGet(
            () ->
                new CatalogSource.BuiltIn(
                    dataSet.manifest().catalog(), dataSet.directory().resolve(SAVED)));
  }

  /** Opens the datasources of a Druid that others run and load. */
  public static Workbench open(Path catalog, DruidSettings settings) {
    CatalogSource source = new CatalogSource.Written(catalog);
    Catalog meaning = CatalogReader.read(source);
    Engine engine = new Engines(meaning, Progress.NONE).druid(settings);
    return over(source, meaning, engine, () -> {}, () -> {});
  }

  private static Workbench over(
      CatalogSource source, Catalog meaning, Engine engine, Runnable unlock, Runnable later) {
    try {
      return new Workbench(source, unlock, engine, answering(meaning, engine), later);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  private static Answering answering(Catalog meaning, Engine engine) {
    SemanticLayer layer = new CatalogSemanticLayer(meaning, engine);
    Interpreter interpreter =
        new CatalogInterpreter(meaning, layer::dataRange, new PeriodResolver(meaning));
    return new Answering(interpreter, layer);
  }

  /** Where the catalog is, and takes additions. */
  public CatalogSource source() {
    return source;
  }

  /** The same engine asked by another catalog over the same tables, such as one that has grown. */
  public Answering answeringBy(Catalog other) {
    return answering(other, engine);
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
