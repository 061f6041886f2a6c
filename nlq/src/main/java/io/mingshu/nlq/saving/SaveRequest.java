package io.mingshu.nlq.saving;

import io.mingshu.nlq.normal.NormalText;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.semantic.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that ask for the people of the last answer to be saved as a segment: 把这些用户存成分群 叫高潜用户, save
 * these users as a segment called big spenders.
 *
 * @param language of the words
 * @param label what it is to be called, as typed; absent: not said
 */
public record SaveRequest(Language language, Optional<String> label) {
  private static final String NAME = "name";

  private static final String ZH_WHOM =
      "(?:请|麻烦|帮我|帮忙|给我|那就?|好的?|嗯|[,，、 ]){0,20}(?:把|将|给)?(?:这|那|上面|以上|他|她|它)?(?:些|批|部分|群|个|们|的){0,20}"
          + "(?:用户|人群|人|客户|顾客|买家|会员|访客|结果|回答)?(?:们|都|全都)?";
  private static final String ZH_SEGMENT = "(?:用户)?(?:分群|人群包|人群标签|人群|群体|客群|标签)";
  private static final String ZH_CALLED = "(?:叫做|叫作|叫|名叫|名为|名字[叫是]|取名叫?|起名叫?|命名为|名称[为是]|[:：])";
  private static final String OPEN = "[“\"「『《'‘]?";
  private static final String CLOSE = "[”\"」』》'’]?";
  private static final String ENDING = "(?:吧|哦|啊|呗)?[。.!！~ ]*";

  private static final List<Pattern> ZH =
      List.of(
          // 把这些用户存成“高潜用户”人群
          Pattern.compile(
              ZH_WHOM
                  + "(?:另存|保存|存下来|存)(?:成|为|作|做){1,20}[“\"「『《](?<name>[^”\"」』》]+)[”\"」』》]的?这?个?"
                  + ZH_SEGMENT
                  + ENDING),
          // 把这些用户存成分群(, 叫高潜用户); 存为人群高潜用户; 建一个人群叫高潜用户
          Pattern.compile(
              ZH_WHOM
                  + "(?:(?:另存|保存|存)(?:下来)?(?:[,， ]*)(?:成|为|作|做|个){1,20}|(?:新建|创建|建|圈)(?:成|为)?)"
                  + "(?:一个|一批|个)?新?的?"
                  + ZH_SEGMENT
                  + "(?:[,，、 ]*"
                  + ZH_CALLED
                  + "[ ]*"
                  + OPEN
                  + "(?<name>.+?)"
                  + CLOSE
                  + "|[ ]*"
                  + OPEN
                  + "(?<bare>[^的有里中是数占,，、 ].*?)"
                  + CLOSE
                  + ")?"
                  + ENDING));

  private static final String EN_WHOM =
      "(?:these|those|them|this|that|the)(?: same)?(?: (?:users|people|customers|buyers|shoppers|visitors|members|ones|group|result|answer))?";
  private static final String EN_SEGMENT =
      "(?:(?:a|an|the|one|new|user|customer) ){0,20}(?:segment|audience|tag|cohort)";
  private static final String EN_NAME =
      "(?:[,:]? ?(?:called|named|as|with the name|:)?:? ?" + OPEN + "(?<name>.+?)" + CLOSE + ")?";
  private static final String EN_ENDING = "(?:,? please)?[.! ]*";

  private static final List<Pattern> EN =
      List.of(
          Pattern.compile(
              "(?:ok,? |okay,? |please |now |can you |could you ){0,20}(?:save|store|keep|turn|make)(?: "
                  + EN_WHOM
                  + ")?(?: (?:as|into|to|in))? "
                  + EN_SEGMENT
                  + EN_NAME
                  + EN_ENDING,
              Pattern.CASE_INSENSITIVE),
          Pattern.compile(
              "(?:ok,? |okay,? |please |now |can you |could you ){0,20}(?:make|create|build) "
                  + EN_SEGMENT
                  + " (?:of|from|out of|with) "
                  + EN_WHOM
                  + EN_NAME
                  + EN_ENDING,
              Pattern.CASE_INSENSITIVE),
          Pattern.compile(
              "(?:ok,? |okay,? |please |now ){0,20}create (?:a )?(?:new )?(?:user )?(?:segment|audience)"
                  + EN_NAME
                  + EN_ENDING,
              Pattern.CASE_INSENSITIVE));

  /** What a text asks to be saved; empty where it is no such request. */
  public static Optional<SaveRequest> in(String typed) {
    NormalText text = new Normalizer().normalize(typed.strip());
    return find(ZH, text, Language.ZH).or(() -> find(EN, text, Language.EN));
  }

  private static Optional<SaveRequest> find(
      List<Pattern> patterns, NormalText text, Language language) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text.text());
      if (matcher.matches()) {
        return Optional.of(new SaveRequest(language, label(matcher, text, language)));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> label(Matcher matcher, NormalText text, Language language) {
    boolean bare =
        language == Language.ZH
            && matcher.pattern().pattern().contains("<bare>")
            && matcher.start("bare") >= 0;
    String group = bare ? "bare" : NAME;
    return matcher.start(group) < 0
        ? Optional.empty()
        : Optional.of(text.typed(matcher.start(group), matcher.end(group)).strip());
  }
}
