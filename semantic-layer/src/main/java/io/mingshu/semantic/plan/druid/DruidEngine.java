package io.mingshu.semantic.plan.druid;

import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Backend.Rows;
import io.mingshu.semantic.engine.Backend.Statement;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.ListedRow;
import io.mingshu.semantic.engine.RowReader;
import io.mingshu.semantic.engine.duckdb.Scratch;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.algebra.PlanText;
import io.mingshu.semantic.plan.execution.Engine;
import io.mingshu.semantic.plan.execution.PreparedPlan;
import io.mingshu.semantic.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** Druid, with a database in memory beside it that finishes what Druid has grouped. */
public final class DruidEngine implements Engine {
  /** Rows of one statement that are joined in memory. */
  private static final int MOST_ROWS = 1_000_000;

  /** Values of a subquery that travel as one parameter. */
  private static final int MOST_VALUES = 500_000;

  private final Backend druid;
  private final Function<String, StoredTable> tables;
  private final Scratch scratch;
  private final ExecutorService statements =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "druid-statement");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param tables how Druid holds a table
   * @param scratch closed with this engine, as is the backend
   */
  public DruidEngine(Backend druid, Function<String, StoredTable> tables, Scratch scratch) {
    this.druid = druid;
    this.tables = tables;
    this.scratch = scratch;
  }

  @Override
  public Backend backend() {
    return druid;
  }

  @Override
  public PreparedPlan prepare(RelNode plan) {
    try {
      return new Prepared(plan, Splitter.split(plan, tables));
    } catch (Unplannable e) {
      throw new MingshuException(
          ErrorCode.INVALID_QUERY,
          new Text("Druid 无法准确地计算这个问题", "Druid cannot compute this exactly"),
          e);
    }
  }

  @Override
  public void close() {
    statements.shutdownNow();
    scratch.close();
    druid.close();
  }

  private final class Prepared implements PreparedPlan {
    private final RelNode relations;
    private final Program program;

    Prepared(RelNode relations, Program program) {
      this.relations = relations;
      this.program = program;
    }

    @Override
    public String sql() {
      return program.sql();
    }

    @Override
    public String plan() {
      return PlanText.of(relations);
    }

    @Override
    public Rows run(Limits limits, Cancellation cancellation) {
      Cancellation all = new Cancellation();
      cancellation.onCancel(all::cancel);
      return new Run(System.nanoTime() + limits.timeout().toNanos(), limits, all).of(program);
    }

    @Override
    public void stream(Limits limits, Cancellation cancellation, RowReader reader) {
      Cancellation all = new Cancellation();
      cancellation.onCancel(all::cancel);
      new Run(System.nanoTime() + limits.timeout().toNanos(), limits, all).stream(program, reader);
    }
  }

  /** One run of a program: its statements beside each other, all within one time limit. */
  private final class Run {
    private final long end;
    private final Limits limits;
    private final Cancellation cancellation;

    /** What statements without parameters give: those who are looked up often share them. */
    private final Map<String, CompletableFuture<Rows>> given;

    Run(long end, Limits limits, Cancellation cancellation) {
      this(end, limits, cancellation, new ConcurrentHashMap<>());
    }

    private Run(
        long end,
        Limits limits,
        Cancellation cancellation,
        Map<String, CompletableFuture<Rows>> given) {
      this.end = end;
      this.limits = limits;
      this.cancellation = cancellation;
      this.given = given;
    }

    Rows of(Program program) {
      List<Scratch.Table> tables = fetched(program);
      Optional<List<List<@Nullable Object>>> rows =
          program.inPlace().flatMap(inPlace -> inPlace.apply(rowsOf(tables)));
      if (rows.isPresent()) {
        requireFew(rows.get().size());
        return new Rows(rows.get());
      }
      return scratch.run(
          tables, program.finish().orElseThrow(), withRows(limits.maxRows()), cancellation);
    }

    void stream(Program program, RowReader reader) {
      List<Scratch.Table> tables = fetched(program);
      if (program.finish().isEmpty()) {
        tables.get(0).rows().forEach(row -> reader.read(new ListedRow(row)));
      } else {
        scratch.stream(
            tables, program.finish().get(), withRows(limits.maxRows()), cancellation, reader);
      }
    }

    private static Map<String, List<List<@Nullable Object>>> rowsOf(List<Scratch.Table> tables) {
      return tables.stream().collect(Collectors.toMap(Scratch.Table::name, Scratch.Table::rows));
    }

    private List<Scratch.Table> fetched(Program program) {
      List<Fetch> fetches = program.fetches();
      if (fetches.size() == 1) {
        return List.of(fetched(fetches.get(0)));
      }
      List<CompletableFuture<Scratch.Table>> running = new ArrayList<>();
      for (Fetch fetch : fetches) {
        running.add(
            CompletableFuture.supplyAsync(() -> fetched(fetch), statements)
                .whenComplete(
                    (table, failure) -> {
                      if (failure != null) {
                        cancellation.cancel();
                      }
                    }));
      }
      List<Scratch.Table> tables = new ArrayList<>();
      @Nullable MingshuException first = null;
      for (CompletableFuture<Scratch.Table> one : running) {
        try {
          tables.add(one.join());
        } catch (CompletionException e) {
          first = moreTelling(first, e);
        }
      }
      if (first != null) {
        throw first;
      }
      return tables;
    }

    /** That the others were cancelled follows from the first failure, and tells nothing. */
    private static MingshuException moreTelling(
        @Nullable MingshuException known, CompletionException e) {
      if (!(e.getCause() instanceof MingshuException failure)) {
        throw e;
      }
      return known == null || known.code() == ErrorCode.QUERY_CANCELLED ? failure : known;
    }

    private Scratch.Table fetched(Fetch fetch) {
      List<Object> parameters = new ArrayList<>();
      IdentityHashMap<Program, List<Object>> had = new IdentityHashMap<>();
      for (Program program : fetch.parameters()) {
        parameters.add(had.computeIfAbsent(program, this::values));
      }
      Statement statement = new Statement(fetch.sql(), parameters, Set.of(fetch.datasource()));
      Rows rows = parameters.isEmpty() ? once(statement) : executed(statement);
      return fetch.table(rows.rows());
    }

    private Rows executed(Statement statement) {
      return druid.execute(statement, withRows(MOST_ROWS), cancellation);
    }

    /** Runs a statement, or waits for the one like it that runs already. */
    private Rows once(Statement statement) {
      CompletableFuture<Rows> mine = new CompletableFuture<>();
      CompletableFuture<Rows> known = given.putIfAbsent(statement.sql(), mine);
      if (known == null) {
        try {
          mine.complete(executed(statement));
        } catch (MingshuException e) {
          mine.completeExceptionally(e);
        } finally {
          mine.cancel(false);
        }
        known = mine;
      }
      try {
        return known.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof MingshuException failure ? failure : e;
      }
    }

    /**
     * The values of a one-column program, in order: what is grouped by is told by being the same as
     * what is selected, values and all.
     */
    private List<Object> values(Program program) {
      Limits many = new Limits(limits.timeout(), MOST_ROWS);
      List<Object> values =
          new Run(end, many, cancellation, given)
              .of(program).rows().stream()
                  .map(row -> row.get(0))
                  .filter(Objects::nonNull)
                  .map(Objects::requireNonNull)
                  .sorted()
                  .toList();
      if (values.size() > MOST_VALUES) {
        throw new MingshuException(
            ErrorCode.TOO_MANY_ROWS,
            new Text(
                "条件选出的人或物超过 " + MOST_VALUES + " 个，Druid 上带不了这么多；请缩小条件",
                "A condition chooses more than "
                    + MOST_VALUES
                    + " people or things, more than can be sent to Druid; narrow it"));
      }
      return values.isEmpty() ? List.of(NOBODY) : values;
    }

    private void requireFew(int rows) {
      if (rows > limits.maxRows()) {
        throw new MingshuException(
            ErrorCode.TOO_MANY_ROWS,
            new Text(
                "结果超过 " + limits.maxRows() + " 行，请只看前几名或加上筛选",
                "The answer has more than "
                    + limits.maxRows()
                    + " rows; ask for the top ones or add a filter"));
      }
    }

    private Limits withRows(int rows) {
      long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
      return new Limits(Duration.ofMillis(left), rows);
    }
  }

  /** An empty array has no type in Druid; nobody and nothing is called this. */
  private static final String NOBODY = "\u0000";
}
