package io.mingshu.nlq.interpret;

import io.mingshu.semantic.query.BehaviourQuery;

/** An analysis of behaviour that a question asks for; its period and conditions come last. */
interface Analysis {

  /** The query, or nothing where something stands against it: then the draft says what. */
  BehaviourQuery query(Draft draft);
}
