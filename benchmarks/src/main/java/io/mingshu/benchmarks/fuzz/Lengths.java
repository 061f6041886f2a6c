package io.mingshu.benchmarks.fuzz;

/** Questions told apart by how long they are, with the time that each may take. */
enum Lengths {
  ORDINARY("up to 100 characters", 10),
  FOLLOW_UP("the same, in a conversation", 10),
  MIDDLING("101 to 1,999 characters", 50),
  LONGEST("2,000 characters", 50);

  private final String title;
  private final double mostMillis;

  Lengths(String title, double mostMillis) {
    this.title = title;
    this.mostMillis = mostMillis;
  }

  static Lengths of(String text, boolean inConversation) {
    if (text.length() >= Babble.LONGEST) {
      return LONGEST;
    }
    if (text.length() > 100) {
      return MIDDLING;
    }
    return inConversation ? FOLLOW_UP : ORDINARY;
  }

  String title() {
    return title;
  }

  /** Above it a question is asked again, to tell a slow reading from a busy machine. */
  double mostMillis() {
    return mostMillis;
  }
}
