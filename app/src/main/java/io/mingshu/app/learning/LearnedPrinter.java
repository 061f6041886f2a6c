package io.mingshu.app.learning;

import io.mingshu.nlq.learning.Learned;
import io.mingshu.nlq.learning.Learned.Conflict;
import io.mingshu.nlq.learning.Learned.Remark;
import io.mingshu.nlq.learning.Proposal;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Prints what feedback comes to for the owner at a terminal. */
public final class LearnedPrinter {
  private static final Learned NOTHING = new Learned(List.of(), List.of(), List.of());

  private final PrintWriter out;
  private final Language language;
  private final Review review;

  public LearnedPrinter(PrintWriter out, Language language, Review review) {
    this.out = out;
    this.language = language;
    this.review = review;
  }

  /**
   * Prints all of it.
   *
   * @param rejected the ids of what is not wanted
   */
  public void print(Learned learned, Set<String> rejected, Instant now) {
    if (learned.equals(NOTHING)) {
      say("还没有提议", "There are no proposals yet");
    } else {
      print(learned, now);
    }
    if (!rejected.isEmpty()) {
      String ids = String.join(" ", rejected);
      say(
          "\n已不再提议（mingshu catalog reject --undo ID… 可撤回）：" + ids,
          "\nNot wanted (mingshu catalog reject --undo ID… takes that back): " + ids);
    }
  }

  private void print(Learned learned, Instant now) {
    for (Proposal proposal : learned.proposals()) {
      print(proposal, "", now);
      proposal.questions().stream()
          .filter(question -> !question.equals(proposal.subject()))
          .forEach(question -> say("    问过：" + question, "    asked: " + question));
    }
    for (Conflict conflict : learned.conflicts()) {
      say("\n说法不一：" + conflict.subject(), "\nSaid in different ways: " + conflict.subject());
      conflict.readings().forEach(reading -> print(reading, "  ", now));
    }
    if (!learned.remarks().isEmpty()) {
      say("\n留意", "\nTo look at");
      learned.remarks().forEach(this::print);
    }
    if (!learned.proposals().isEmpty()) {
      say(
          "\n接受：mingshu catalog accept ID… --into 目录文件夹/learned.yaml；不要：mingshu catalog reject ID…",
          "\nTo accept: mingshu catalog accept ID… --into FOLDER/learned.yaml; not wanted: mingshu"
              + " catalog reject ID…");
    }
  }

  private void print(Proposal proposal, String indent, Instant now) {
    String kind = kind(proposal.content()).in(language);
    out.println(
        indent
            + proposal.id()
            + "  "
            + kind
            + "  "
            + proposal.subject()
            + "  →  "
            + review.meaning(proposal, now).in(language)
            + "  ×"
            + proposal.said());
  }

  private static Text kind(Proposal.Content content) {
    if (content instanceof Proposal.People) {
      return new Text("人群", "segment");
    }
    return content instanceof Proposal.Alias ? new Text("词", "word") : new Text("问题", "question");
  }

  private void print(Remark remark) {
    String about = remark.about();
    String meant = remark.meant().orElse("");
    Text text =
        switch (remark.kind()) {
          case OPEN ->
              meant.isEmpty()
                  ? new Text("“" + about + "”答得不对", "“" + about + "” was not answered rightly")
                  : new Text(
                      "“" + about + "”想问的是“" + meant + "”，没有可以直接加的",
                      "“" + about + "” meant “" + meant + "”: nothing to add by itself");
          case AMBIGUITY ->
              new Text(
                  "要反问的词“" + about + "”被选为“" + meant + "”；如果总是这个意思，请在目录里改",
                  "“"
                      + about
                      + "”, which is asked back, was chosen to be “"
                      + meant
                      + "”; if it always is, change the catalog");
          case DATES ->
              new Text(
                  "“" + about + "”想问的是“" + meant + "”，但其中的日期随提问时间而变，不能固定",
                  "“"
                      + about
                      + "” meant “"
                      + meant
                      + "”, whose dates would be others on another day");
          case SHORT_WORD ->
              new Text(
                  "“" + about + "”太短，不宜作为“" + meant + "”的别名",
                  "“" + about + "” is too short for a word for “" + meant + "”");
        };
    out.println("  " + text.in(language) + "  ×" + remark.said());
  }

  private void say(String zh, String en) {
    out.println(new Text(zh, en).in(language));
  }
}
