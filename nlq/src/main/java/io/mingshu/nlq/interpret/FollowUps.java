package io.mingshu.nlq.interpret;

import java.util.regex.Pattern;

/** Whether words lean on an earlier question: 那去年的呢, how about April. */
final class FollowUps {
  private static final Pattern ZH =
      Pattern.compile(
          "^(?:(?:好|好的|嗯|行|ok|谢谢|明白|收到)[,，。!！ ]*){0,20}(那|再|换成|改成|只看|去掉|其中|这里面|里面).*|.*呢[?？。!！ ]*$");
  private static final Pattern EN =
      Pattern.compile(
          "^.*\\bof (?:them|those|these)\\b.*|^(?:(?:ok|okay|great|nice|cool|good|perfect|thanks|thank you|right|alright|got it)[,.! ]+){0,20}(how about|what about|and |now |just |only |instead|split |show it|same for|same ).*");

  private FollowUps() {}

  static boolean looksLikeOne(String normalText) {
    return ZH.matcher(normalText).matches() || EN.matcher(normalText).matches();
  }
}
