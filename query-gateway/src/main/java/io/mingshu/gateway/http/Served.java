package io.mingshu.gateway.http;

import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.answer.CatalogView;
import io.mingshu.gateway.answer.SegmentView;
import io.mingshu.nlq.complete.Completer;

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

  void become(Answering next) {
    views = views(next);
  }

  private Views views(Answering answering) {
    return new Views(
        answering,
        new SegmentView(answering.layer()),
        answering.catalog(clock),
        new Completer(answering.layer().catalog()));
  }
}
