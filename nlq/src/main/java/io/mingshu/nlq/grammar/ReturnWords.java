package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Form;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.AnalysisParts.ReturnPart;
import io.mingshu.nlq.lexicon.ChineseNumerals;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.RetentionQuery.Return;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * In which later intervals a cohort is looked at: came back in the following week, 第二天还来的, weeks 1
 * to 5, any of days 1–7.
 */
final class ReturnWords implements Stratum {
  private static final double COST = 0.6;
  private static final int MOST = 400;

  private static final String EN_SHARE =
      "(?:(?:what|which) (?:share|percentage|proportion|fraction|percent|%)(?: of (?:them|users|people))? |how many (?:of them |users |people )?|and )?";
  private static final String EN_BACK =
      "(?:(?:came|come|comes|coming|were|are|went|is|was|showed|show)(?: still)? (?:back|active|up)(?: again)?|returned|returns?|retained|still active|active|stayed)";
  private static final String ZH_SHARE =
      "(?:的)?(?:用户|人)?(?:的)?(?:占多大比例|占多大比重|多大比例|占比是多少|占比|比例是多少|比例|占多少|有多少|比率|占了多少|占)?";
  private static final String ZH_BACK =
      "(?:里|内)?(?:至少)?(?:还|又|再|仍|会|接着|继续|有|都){0,20}(?:来过|来了|来|回来过|回来了|回来|活跃|回访|登录|留下来|留下|留存|还在|在)(?:了)?(?:过)?(?:一次)?(?:的)?";
  private static final String ZH_NUMBER = "([0-9]{1,3}|[一二三四五六七八九十]{1,3})";
  private static final String TO = "\\s?(?:到|至|-|~|to|through|thru|and|、|,|和)\\s?";

  private static final Form EN_NEXT =
      Form.of(
          "(?<![a-z])"
              + EN_SHARE
              + EN_BACK
              + "(?: in| on| during)? (?:the |their |the very )?(?:following|next|subsequent) (day|week|month)(?![a-z])");
  private static final Form EN_AFTER =
      Form.of(
          "(?<![a-z])"
              + EN_SHARE
              + EN_BACK
              + "(?: in| on| during)? the (day|week|month) after(?: signing up| signup| that)?(?![a-z])");
  private static final Form EN_NUMBER =
      Form.of(
          "(?<![a-z])"
              + EN_SHARE
              + EN_BACK
              + "(?: in| on| during| exactly on)? (day|week|month) ([0-9]{1,3})(?: exactly)?(?![a-z0-9])");
  private static final Form EN_LATER =
      Form.of(
          "(?<![a-z])"
              + EN_SHARE
              + EN_BACK
              + "(?: again)?(?: exactly)? ([0-9]{1,3}) (day|week|month)s? (?:later|after(?:wards)?(?: signing up| signup)?)(?![a-z0-9])");
  private static final Form EN_ANY =
      Form.of(
          "(?<![a-z])"
              + EN_SHARE
              + EN_BACK
              + "(?: at least once)?(?: at any (?:point|time)| any time| sometime)?(?: in| on| during| within| at| between| from)?(?: any(?: of)?| some time in)? (?:the )?(day|week|month)s? ([0-9]{1,3})"
              + "\\s?(?:to|-|through|thru|and)\\s?(?:day |week |month )?([0-9]{1,3})(?: after (?:signing up|signup|they signed up|registration|registering|joining))?(?![a-z0-9])");
  private static final Form ZH_NEXT =
      Form.of(
          "(?:有多少比例|有多少|多少|几成)?(?:人|用户)?(?:在)?(?:次|第二(?=天)|下一?个?|后一?个?|隔)(日|天|周|月|星期)"
              + ZH_BACK
              + ZH_SHARE);
  private static final Form ZH_NUMBERED =
      Form.of(
          "(?:有多少比例|有多少|多少|几成)?(?:人|用户)?(?:在)?第(?!二[天日])"
              + ZH_NUMBER
              + "个?(日|天|周|月)"
              + ZH_BACK
              + ZH_SHARE);
  private static final Form ZH_WITHIN =
      Form.of(
          "(?:注册后|注册之后)?(?:的)?(?:第?1天?[-到至~])?第?(?<![近去前])"
              + ZH_NUMBER
              + "(日|天|周)(?:之内|以内|内|之间|中)(?:任意一天)?(?:至少)?"
              + ZH_BACK
              + ZH_SHARE);

  /** When alone; what is done then stands elsewhere in the question. */
  private static final double ALONE = 1.4;

  private static final String EN_WORD_NUMBER =
      "([0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|fourteen|thirty)";
  private static final String EN_SINCE =
      "(?: (?:after|since|from|of) (?:their |the |that |its )?(?:(?:first )?(?:sign-?up|signing up|registration|registering|joining|purchase|payment|order|paid order)|they (?:signed up|registered|joined)))";
  private static final Form EN_NEXT_ALONE =
      Form.of(
          "(?<![a-z])(?:in |on |during )?the (?:(?:very )?(?:following|next|subsequent) (?:calendar )?(day|week|month)|(day|week|month) after(?: that)?)(?![a-z])");
  private static final Form EN_LATER_ALONE =
      Form.of(
          "(?<![a-z])(?:exactly )?"
              + EN_WORD_NUMBER
              + "[ -](day|week|month)s? (?:later|afterwards|after that)(?![a-z0-9])");
  private static final Form EN_ORDINAL_OR_LATER =
      Form.of(
          "(?<![a-z])(?:at least once )?(?:on|in) (?:their|its|the) ([0-9]{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|tenth|fourteenth|thirtieth) (day|week|month)"
              + EN_SINCE
              + "? or (?:any (?:day|time|point) (?:after|later)(?: that)?|later|after(?: that)?|any later day)(?![a-z])");
  private static final Form ZH_NEXT_ALONE =
      Form.of("(?:之后|以后|随后)?(?:的)?(?:次|第二(?=天)|下一?个?|后一?个?)(日|天|周|月)(?!份|留|活|均|度)(?:里|内)?");
  private static final Form ZH_LATER_ALONE =
      Form.of("(?<![近前第年])" + ZH_NUMBER + "个?(天|周|(?<=个)月)(?:之后|以后|后)(?:的)?");
  private static final Form ZH_RANGE_ALONE =
      Form.of(
          "(?:(?:注册|首购|首单|首次付款|首次支付|首次购买)?(?:之后|以后|后)(?:的)?)?第"
              + ZH_NUMBER
              + "天?(?:到|至|-|~)第?"
              + ZH_NUMBER
              + "(天|周|个月|月)(?:里|内|之内|之间|期间|中间|当中|中)(?:任意一天|任何一天)?(?:的)?");

  /** D1 to D7. */
  private static final Form D_COLUMNS =
      Form.of(
          "(?<![a-z0-9])([dwm])([0-9]{1,2})\\s?(?:到|至|-|~|to|through|thru)\\s?\\1([0-9]{1,2})(?![a-z0-9])");

  private static final Form EN_OR_LATER =
      Form.of(
          "(?<![a-z])"
              + EN_SHARE
              + EN_BACK
              + "(?: in| on| during)? (day|week|month) ([0-9]{1,3}) or (?:later|after|(?:at )?any ?time (?:after|later|afterwards)(?: that)?|any (?:day|time|point) later|beyond)(?![a-z])");
  private static final Form ZH_OR_LATER =
      Form.of("第" + ZH_NUMBER + "个?(日|天|周|月)(?:及以后|及之后|或之后|或以后|以后|之后|起)" + ZH_BACK + ZH_SHARE);

  private static final Form ZH_COLUMNS =
      Form.of(
          "(?:后面|之后|后续)?(?:的)?第"
              + ZH_NUMBER
              + "\\s?(?:个)?(天|日|周|月)?"
              + TO
              + "第?"
              + ZH_NUMBER
              + "\\s?(?:个)?(天|日|周|月)(?:的|逐[天日周月]|每[天日周月]|逐个|都){0,20}");
  private static final Form ZH_LIST =
      Form.of(
          "(?:后面|之后|后续)?(?:的)?第([0-9]{1,2})\\s?(?:个?(?:天|日|周|月))?((?:\\s?[、,，和]\\s?第?[0-9]{1,2}\\s?(?:个?(?:天|日|周|月))?){1,20})(?:的|都)?");
  private static final Form EN_LIST =
      Form.of(
          "(?<![a-z])(?:in |on |for |at )?(day|week|month) ([0-9]{1,2})((?:\\s?(?:,|and|, and)\\s?(?:day|week|month) [0-9]{1,2}){1,20})(?![a-z0-9])");
  private static final Pattern AND_WITHOUT_BETWEEN =
      Pattern.compile("(?!.*\\bbetween\\b).*[0-9] and .*");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern LAST_UNIT = Pattern.compile("(天|日|周|月)(?:的|都)?$");
  private static final Form EN_COLUMNS =
      Form.of(
          "(?<![a-z])(?:for |at |over |in )?(day|week|month)s ([0-9]{1,3})((?:\\s?,\\s?[0-9]{1,3}){0,20})\\s?(to|-|through|thru|and|,)\\s?(?:and )?([0-9]{1,3})(?: after(?: that)?)?(?![a-z0-9])");

  private static final Pattern ORDINAL_END = Pattern.compile("(?:st|nd|rd|th)$");

  private static final Map<String, Integer> EN_NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("fourteen", 14),
          Map.entry("thirty", 30),
          Map.entry("first", 1),
          Map.entry("second", 2),
          Map.entry("third", 3),
          Map.entry("fourth", 4),
          Map.entry("fifth", 5),
          Map.entry("sixth", 6),
          Map.entry("seventh", 7),
          Map.entry("tenth", 10),
          Map.entry("fourteenth", 14),
          Map.entry("thirtieth", 30));

  private static final Map<String, String> LETTERS = Map.of("d", "day", "w", "week", "m", "month");

  private static final Map<String, Grain> UNITS =
      Map.of(
          "day",
          Grain.DAY,
          "日",
          Grain.DAY,
          "天",
          Grain.DAY,
          "week",
          Grain.WEEK,
          "周",
          Grain.WEEK,
          "星期",
          Grain.WEEK,
          "month",
          Grain.MONTH,
          "月",
          Grain.MONTH);

  @Override
  public void extend(Chart chart) {
    String text = chart.text();
    for (Form form : new Form[] {EN_NEXT, EN_AFTER, ZH_NEXT}) {
      each(form, text, m -> part(m.group(1), single("1")), chart);
    }
    each(EN_NUMBER, text, m -> part(m.group(1), single(m.group(2))), chart);
    each(EN_LATER, text, m -> part(m.group(2), single(m.group(1))), chart);
    each(ZH_NUMBERED, text, m -> part(m.group(2), single(m.group(1))), chart);
    each(
        EN_ANY,
        text,
        m ->
            AND_WITHOUT_BETWEEN.matcher(m.group()).matches()
                ? Optional.empty()
                : part(m.group(1), range(m.group(2), m.group(3))),
        chart);
    each(ZH_WITHIN, text, m -> part(m.group(2), range("1", m.group(1))), chart);
    each(
        ZH_COLUMNS, text, m -> part(m.group(4), columns(m.group(1), m.group(), m.group(3))), chart);
    each(
        D_COLUMNS,
        text,
        m -> part(LETTERS.get(m.group(1)), columns(m.group(2), "", m.group(3))),
        chart);
    each(EN_OR_LATER, text, m -> part(m.group(1), orLater(m.group(2))), chart);
    each(ZH_OR_LATER, text, m -> part(m.group(2), orLater(m.group(1))), chart);
    for (Form form : new Form[] {EN_NEXT_ALONE, ZH_NEXT_ALONE}) {
      each(
          form,
          text,
          m -> part(m.group(1) == null ? m.group(m.groupCount()) : m.group(1), single("1")),
          chart,
          ALONE);
    }
    for (Form form : new Form[] {EN_LATER_ALONE, ZH_LATER_ALONE}) {
      each(form, text, m -> part(m.group(2), single(digits(m.group(1)))), chart, ALONE);
    }
    each(
        EN_ORDINAL_OR_LATER,
        text,
        m -> part(m.group(2), orLater(digits(m.group(1)))),
        chart,
        ALONE);
    each(
        ZH_RANGE_ALONE,
        text,
        m -> part(m.group(3).replace("个", ""), range(m.group(1), m.group(2))),
        chart,
        ALONE);
    each(ZH_LIST, text, ReturnWords::zhList, chart);
    each(EN_LIST, text, m -> part(m.group(1), numbers(m.group())), chart);
    each(
        EN_COLUMNS,
        text,
        m ->
            part(
                m.group(1),
                m.group(4).equals("and") || m.group(4).equals(",")
                    ? listed(m.group(2) + m.group(3) + "," + m.group(5))
                    : columns(m.group(2), "to", m.group(5))),
        chart);
  }

  private static Optional<ReturnPart> zhList(Matcher list) {
    Matcher unit = LAST_UNIT.matcher(list.group());
    return unit.find() ? part(unit.group(1), numbers(list.group())) : Optional.empty();
  }

  private static List<Return> numbers(String words) {
    return DIGITS
        .matcher(words)
        .results()
        .flatMap(digits -> number(digits.group()).stream())
        .map(Return::in)
        .toList();
  }

  private interface Reading {
    Optional<ReturnPart> of(Matcher matcher);
  }

  private static String digits(String number) {
    Integer named = EN_NUMBERS.get(number);
    return named == null ? ORDINAL_END.matcher(number).replaceFirst("") : named.toString();
  }

  private static void each(Form form, String text, Reading reading, Chart chart) {
    each(form, text, reading, chart, COST);
  }

  private static void each(Form form, String text, Reading reading, Chart chart, double cost) {
    form.each(
        text,
        match ->
            reading
                .of(match)
                .ifPresent(part -> chart.add(new Edge(match.start(), match.end(), part, cost))));
  }

  private static Optional<ReturnPart> part(@Nullable String unitWord, List<Return> returns) {
    Grain unit = unitWord == null ? null : UNITS.get(unitWord);
    return unit == null || returns.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReturnPart(returns, unit));
  }

  private static List<Return> single(String number) {
    return number(number).map(Return::in).map(List::of).orElse(List.of());
  }

  private static List<Return> orLater(String number) {
    return number(number).map(Return::inOrAfter).map(List::of).orElse(List.of());
  }

  private static List<Return> range(String first, String last) {
    Optional<Integer> from = number(first);
    Optional<Integer> to = number(last);
    return from.isPresent() && to.isPresent() && from.get() < to.get()
        ? List.of(new Return(from.get(), to))
        : List.of();
  }

  /** Each of them; of two joined by "and" only these two. */
  private static List<Return> columns(String first, String words, String last) {
    Optional<Integer> from = number(first);
    Optional<Integer> to = number(last);
    if (from.isEmpty() || to.isEmpty() || from.get() >= to.get()) {
      return List.of();
    }
    boolean two = words.contains("、") || words.contains("和") || words.contains(",");
    return two
        ? List.of(Return.in(from.get()), Return.in(to.get()))
        : IntStream.rangeClosed(from.get(), to.get()).mapToObj(Return::in).toList();
  }

  private static List<Return> listed(String numbers) {
    List<Return> returns = new ArrayList<>();
    for (String one : numbers.split(",")) {
      if (!one.isBlank()) {
        number(one.strip()).map(Return::in).ifPresent(returns::add);
      }
    }
    return returns;
  }

  private static Optional<Integer> number(String digits) {
    Optional<BigDecimal> value =
        Character.isDigit(digits.charAt(0))
            ? Optional.of(new BigDecimal(digits))
            : ChineseNumerals.parse(digits);
    return value.map(BigDecimal::intValue).filter(n -> n > 0 && n <= MOST);
  }
}
