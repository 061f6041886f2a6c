package io.mingshu.app.wiring;

import io.mingshu.gateway.answer.Answering;
import io.mingshu.nlq.CatalogInterpreter;
import io.mingshu.nlq.Interpreter;
import io.mingshu.seeds.dataset.DataLock;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.load.DataSetLoader;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.plan.CatalogSemanticLayer;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import io.mingshu.semantic.time.PeriodResolver;
import java.nio.file.Path;
import java.util.Optional;

/** A data set with all that is needed to ask about it. Open, it is locked against being written. */
public final class Workbench implements AutoCloseable {
  private final DataSet dataSet;
  private final DataLock lock;
  private final Backend backend;
  private final Answering answering;

  private Workbench(DataSet dataSet, DataLock lock, Backend backend, Answering answering) {
    this.dataSet = dataSet;
    this.lock = lock;
    this.backend = backend;
    this.answering = answering;
  }

  /**
   * Opens a folder, loading its files into the engine first where that was not done yet.
   *
   * @param catalog a file or folder; absent: the catalog that the data set names
   * @throws io.mingshu.semantic.error.MingshuException where data or catalog cannot be had
   */
  public static Workbench open(Path folder, Optional<Path> catalog, Progress progress) {
    DataSet dataSet = DataSet.open(folder);
    Catalog meaning =
        catalog
            .or(dataSet::catalogFile)
            .map(CatalogReader::read)
            .orElseGet(() -> CatalogReader.builtIn(dataSet.manifest().catalog()));
    Path file = DataSetLoader.load(folder, progress);
    DataLock lock = DataLock.toRead(folder);
    try {
      Backend backend = DuckDbBackend.open(file, DuckDbSettings.DEFAULT);
      try {
        SemanticLayer layer = new CatalogSemanticLayer(meaning, new DuckDbEngine(backend));
        Interpreter interpreter =
            new CatalogInterpreter(meaning, layer::dataRange, new PeriodResolver(meaning));
        Answering answering = new Answering(interpreter, layer);
        return new Workbench(dataSet, lock, backend, answering);
      } catch (RuntimeException e) {
        backend.close();
        throw e;
      }
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public DataSet dataSet() {
    return dataSet;
  }

  public Answering answering() {
    return answering;
  }

  @Override
  public void close() {
    backend.close();
    lock.close();
  }
}
