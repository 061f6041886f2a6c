package io.mingshu.gateway.http;

import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.answer.CatalogView;
import io.mingshu.gateway.answer.SegmentView;
import io.mingshu.nlq.complete.Completer;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is served at the moment: it is exchanged as a whole where the catalog has grown, so that a
 * request sees one catalog. Thread-safe.
 */
final class Served {
  private final AskingClock clock;
  private volatile Views views;

  Served(Answering answering, AskingClock clock) {
    this.clock = clock;
    this.views = views(answering);
  }

  /** A catalog in all the ways in which it is looked at. */
  record Views(
      Answering answering, SegmentView segments, CatalogView catalog, Completer completer) {}

  Views now() {
    return views;
  }

  /**
   * What a change of the catalog comes to.
   *
   * @param next what is to be served from now on; absent: as before
   */
  record Change<T>(T result, Optional<Answering> next) {}

  /** Changes what is served: one at a time, over what the one before made of it. */
  synchronized <T> T change(Function<Answering, Change<T>> change) {
    Change<T> made = change.apply(views.answering());
    made.next().ifPresent(next -> views = views(next));
    return made.result();
  }

  private Views views(Answering answering) {
    return new Views(
        answering,
        new SegmentView(answering.layer()),
        answering.catalog(clock),
        new Completer(answering.layer().catalog()));
  }
}
