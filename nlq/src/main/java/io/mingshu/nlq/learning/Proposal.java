package io.mingshu.nlq.learning;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mingshu.semantic.catalog.AliasTarget;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * What the catalog's owner may accept.
 *
 * @param id the same for the same content, whoever asks and whenever
 * @param said how often it was said
 * @param questions the questions that it comes from, the first few
 */
public record Proposal(String id, Content content, int said, List<String> questions) {
  private static final int ID_BYTES = 4;

  public Proposal {
    questions = List.copyOf(questions);
  }

  /** What would be added. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Alias.class, name = "alias"),
    @JsonSubTypes.Type(value = Verified.class, name = "verified"),
    @JsonSubTypes.Type(value = People.class, name = "people")
  })
  public sealed interface Content {
    Language language();
  }

  /** A further word for something. */
  public record Alias(String word, Language language, AliasTarget target) implements Content {}

  /** A question with its reading. */
  public record Verified(String question, Language language, SemanticQuery query)
      implements Content {}

  /**
   * The people of an answer as a segment.
   *
   * @param name what queries would call it
   * @param query whose people they are
   * @param asOf the moment at which it was asked
   */
  public record People(String name, Text label, SemanticQuery query, Instant asOf)
      implements Content {
    @Override
    public Language language() {
      return Language.ZH;
    }
  }

  /**
   * The id of a content.
   *
   * @param subject the word or the wording, folded
   */
  static String idOf(String subject, Content content) {
    if (content instanceof People people) {
      return "s-" + digest(subject + "\n" + QueryJson.write(people.query()));
    }
    return content instanceof Alias alias
        ? "a-" + digest(subject + "\n" + name(alias.target()))
        : "v-" + digest(subject + "\n" + QueryJson.write(((Verified) content).query()));
  }

  /** The word, the wording or the name that it is about, as said. */
  public String subject() {
    if (content instanceof People people) {
      return people.label().zh();
    }
    return content instanceof Alias alias ? alias.word() : ((Verified) content).question();
  }

  private static String name(AliasTarget target) {
    if (target instanceof AliasTarget.OfMetric metric) {
      return "metric " + metric.metric();
    }
    return target instanceof AliasTarget.OfValue value
        ? "value " + value.dimension() + " " + value.code()
        : "dimension " + ((AliasTarget.OfDimension) target).dimension();
  }

  private static String digest(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
