package io.mingshu.nlq.interpret;

import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDate;

/** What is said where there is no answer. */
final class Messages {
  static final Text EMPTY = new Text("请输入问题", "Please type a question");
  static final Text TOO_LONG =
      new Text("问题太长，请控制在2000字以内", "The question is too long; keep it under 2,000 characters");
  static final Text COMMAND =
      new Text(
          "我只回答关于数据的问题，不执行命令，也不修改或导出数据",
          "I only answer questions about the data; I don't run commands, change or export data");
  static final Text PERSONAL = new Text("这里不提供个人信息", "Personal data are not available here");
  static final Text NOT_A_QUESTION =
      new Text(
          "我只能回答关于经营数据的问题，例如“上个月各省份的GMV”",
          "I can only answer questions about the business data, such as \"GMV by province last month\"");
  static final Text NO_CONTEXT =
      new Text(
          "前面没有问题可以接着问，请把问题说完整", "There is no earlier question to build on; please ask in full");
  static final Text NOTHING_TO_UNDO =
      new Text("前面没有可以撤销的回答", "There is no earlier answer to go back to");
  static final Text FRESH_START =
      new Text("好的，重新开始。想看什么？", "All right, from the start. What would you like to see?");
  static final Text WHY =
      new Text("暂不支持原因分析；可以按维度拆开看变化", "Causes are not analysed yet; try the change by a dimension");
  static final Text INTERRUPTED =
      new Text(
          "上一个问题没有得到回答；是接着更早的那个问题吗？",
          "The last question was not answered; does this build on the one before it?");
  static final Text NEW_OR_FOLLOW_UP =
      new Text("是接着上一个问题，还是一个新问题？", "Does this build on the last question, or is it a new one?");
  static final Text FURTHER_GROUP =
      new Text("是再加一层拆分，还是换成这个维度？", "Split further, or by this instead?");
  static final Text WHICH_FILTER = new Text("去掉哪个筛选条件？", "Which filter should go?");
  static final Text WHAT_ELSE =
      new Text(
          "这和上一个回答一样；还想看什么？", "That is the last answer again; what else would you like to see?");
  static final Text NO_MEMBERS =
      new Text("上一个回答里没有可以接着看的分组", "The last answer has no groups to go on with");
  static final Text NOTHING_LEFT = new Text("去掉之后就没有数据了", "Nothing would be left");
  static final Text WHICH_STEPS =
      new Text("漏斗有哪些步骤？例如“浏览→加购→支付”", "Which steps? For example \"view > cart > pay\"");
  static final Text WHICH_WINDOW =
      new Text("在多长时间内算转化？例如“7天内”", "Within how long? For example \"within 7 days\"");
  static final Text WINDOW_OR_PERIOD =
      new Text("这是转化要在多长时间内完成，还是看哪段时间？", "How long people have to convert, or when?");
  static final Text ONE_BREAKDOWN = new Text("一次只能按一个维度拆分", "By one dimension at a time");
  static final Text NOT_BY_TIME =
      new Text(
          "这项分析不能按时间拆分；可以换一段时间，或和之前对比",
          "This analysis is not split by time; ask for another period, or compare with an earlier one");
  static final Text ONE_PAGE = new Text("从哪个页面、还是到哪个页面？请只说一个", "From or to which page? Name one");
  static final Text PATH_DEPTH =
      new Text(
          "路径要有 2 到 " + PathQuery.MOST_DEPTH + " 个页面",
          "Paths are 2 to " + PathQuery.MOST_DEPTH + " pages deep");
  static final Text WHICH_PAGE = new Text("从哪个页面出发，或到哪个页面？", "From which page, or to which?");
  static final Text FROM_OR_TO =
      new Text("看这个页面之后去了哪里，还是之前从哪里来？", "What comes after this page, or what leads to it?");
  static final Text WHICH_COHORT =
      new Text("按哪一种人群分组：注册、首购还是活跃？", "Cohorts of what: signup, first purchase or activity?");
  static final Text GONE_SHARE =
      new Text(
          "这里只能看有多少人没再来，或有多大比例回来；流失率请直接问“流失率”",
          "Here it can be told how many did not come back, or what share did; for churn ask for the"
              + " churn rate");
  static final Text WHICH_COHORT_FIRST =
      new Text(
          "是哪个时间的人、在哪个时间还在？请先说前一个时间",
          "Of those of which period, seen in which? Name the earlier one first");
  static final Text OVERLAPPING_STRETCHES =
      new Text(
          "后一段时间要在前一段结束之后才开始：请说两段先后分开的时间",
          "The second stretch of time must begin after the first is over: name two that do not overlap");
  static final Text AFTER_WHAT =
      new Text(
          "从各自注册（首购）那天算起，还是从这段时间结束算起？后者请说“结束后30天”",
          "From the day of each one's signup (first purchase) on, or from the end of the period? The"
              + " latter is \"the 30 days after it ended\"");
  static final Text WHICH_REPURCHASE =
      new Text(
          "首购后这么多天内的复购，还是这么多天里的复购率？",
          "Bought again within so many days of the first purchase, or the repurchase rate of so many"
              + " days?");
  static final Text ORDERED_OR_PAID =
      new Text("首购按支付算，又下单也要已支付吗？请说“又支付”或“首单后又下单”", "Ordered again, or paid again?");
  static final Text SINCE_OR_AFTER =
      new Text("从这段时间开始算，还是从它结束之后算？", "From the beginning of that time on, or from its end?");
  static final Text SINCE = new Text("以来", "since");
  static final Text STRETCH_COMPARED =
      new Text(
          "两段时间的回来情况暂不支持再和另一段时间比",
          "Who came back from one stretch of time to another cannot be compared with a third yet");
  static final Text FIGURE_OF_THEM =
      new Text("暂不支持看这些人的其他指标", "Other figures of just these people are not supported yet");
  static final Text ONLY_CONVERSION =
      new Text("随时间变化只能看转化率", "Over time only the conversion can be shown");
  static final Text CONDITION_ON_STEPS =
      new Text(
          "这个条件是哪一步的，还是两步之间不能发生的？",
          "Of which step is this, or must it not happen between the steps?");
  static final Text PLAIN_ANALYSIS =
      new Text("这项分析暂不支持累计和挑选时间段", "This analysis has no running total or choice of buckets yet");
  static final Text TIMES_COMPARED =
      new Text(
          "用时的分布暂不支持对比；可以对比每一步的用时",
          "How times spread is not compared yet; the times of each step are");
  static final Text NO_PURCHASE =
      new Text("目录里没有说明怎样算购买", "The catalog does not say what a purchase is");
  static final Text MISSING_METRIC = new Text("想看哪个指标？", "Which metric do you mean?");
  static final Text VAGUE_TIME = new Text("想看最近多久？", "Over which period?");
  static final Text AMBIGUOUS_DAY = new Text("具体是哪一天？请给出日期", "Which date do you mean?");
  static final Text AMBIGUOUS_READING =
      new Text("这个问题有几种理解，指哪一种？", "This can be read in several ways; which one do you mean?");
  static final Text MISSING_BASE = new Text("和哪个时间相比？", "Compared with which period?");
  static final Text BASE_OF_BUCKETS =
      new Text(
          "分时间段时，暂不支持和另一段指定的时间相比",
          "Time buckets beside another named period are not supported yet");
  static final Text SAME_AS_WHICH = new Text("和哪个时间同期？请说明时间", "The same as which period? Say when");
  static final Text SEVERAL_COMPARISONS = new Text("一次只能做一种对比", "Only one comparison at a time");
  static final Text SEVERAL_PERIODS =
      new Text(
          "这几个时间之间是什么关系？请说明是对比还是合计",
          "How do these periods relate? Say whether to compare or to add them");
  static final Text UNIT_MISMATCH =
      new Text(
          "这个对比和所问的时间不是同一种单位，请给出要对比的时间",
          "This comparison does not fit the period; say which period to compare with");
  static final Text DATE_OR_NAME =
      new Text("这里的“几日”是日期，还是指标名的一部分？", "Is the day part of the date, or of the figure's name?");

  static final Text SAME_DIMENSION_TWICE =
      new Text("这些取值是合在一起算，还是分开对比？", "Should these values be taken together or compared?");
  static final Text WHICH_VALUES = new Text("具体指哪些？", "Which values do you mean?");
  static final Text NO_GROUP =
      new Text("按什么排名？请说明维度，例如按省份", "Ranked by what? Name a dimension, such as province");
  static final Text HIGHEST_OR_LOWEST = new Text("是要最高的，还是最低的？", "The highest, or the lowest?");
  static final Text RANK_METRIC = new Text("按哪个指标排名？", "Ranked by which metric?");
  static final Text CONDITION_METRIC =
      new Text("这个条件说的是哪个指标？", "Which metric is the condition about?");
  static final Text FIGURE_OR_MEANING =
      new Text(
          "想看数值还是定义？看数值请说明时间；定义在指标目录里",
          "The figure or its meaning? For the figure say when; meanings are in the catalog");
  static final Text METRIC_OF_METRIC =
      new Text(
          "是要分别看这两个指标，还是只看其中一部分人或订单的数据？要分别看请用“和”连接",
          "Two separate figures, or one of them for some people or orders only? Join separate ones"
              + " with \"and\"");
  static final Text CONDITION_GROUP =
      new Text(
          "这个条件是对什么说的？请说明，例如哪些省份",
          "What is the condition about? Say so, for example which provinces");
  static final Text SHARE_SUBJECT = new Text("谁占谁的比例？请说明", "The share of what in what?");
  static final Text SHARE_OF_RATE = new Text("比率类指标没有占比", "A rate has no share");
  static final Text GRAIN_TWICE = new Text("按哪种时间粒度？", "By which time unit?");

  static final Text EXCLUDED_DAYS =
      new Text(
          "排除这些日子，还是排除带这个活动标签的数据？",
          "Without those days, or without what carries the campaign's tag?");
  static final Text WHICH_FALL =
      new Text("下降不超过这个幅度，上升的也算吗？", "A fall of no more than that: do those that rose count, too?");
  static final Text COUNT_IN_EACH =
      new Text("暂不支持在每个分组里再数个数", "Counting inside each group is not supported yet");
  static final Text SPLIT_AFTERWARDS =
      new Text(
          "是先选出这几个再拆分，还是在每个分组里各自排名？先问前几名，再追问怎么拆",
          "First the top ones and then their split, or ranked inside each group? Ask for the top ones"
              + " first, then how to split them");
  static final Text SUM_OF_FIGURES =
      new Text("暂不支持把不同指标加在一起", "Different figures are not added up yet");
  static final Text IN_EVERY_BUCKET =
      new Text(
          "是每个时间段里满足的都列出来，还是每个时间段都要满足？",
          "All that meet it in some of the buckets, or only what meets it in all of them?");
  static final Text WHICH_CHANGE =
      new Text("这个条件是同比还是环比的？", "Which of the two comparisons is the condition on?");
  static final Text LAST_YEAR_OF_WHAT =
      new Text("去年同期，还是去年全年？", "The same period last year, or the whole of last year?");
  static final Text WHICH_PERIOD =
      new Text(
          "在哪段时间里比较？例如今年、近12个月", "Within which period? For example this year, the past 12 months");
  static final Text NO_SUCH_FILTER =
      new Text("前面的问题里没有这个筛选条件", "The question before had no such filter");
  static final Text JOINED_VALUES =
      new Text(
          "“和”两边是不同类的值：是同时满足两个条件，还是各要一个数？",
          "The values beside \"and\" are of different kinds: both at once, or a figure for each?");
  static final Text VALUE_OF_ONE_FIGURE =
      new Text(
          "这个条件只限后一个指标，还是两个指标都限？请分开问",
          "Does this narrow the second figure only, or both? Please ask for them one by one");
  static final Text BARE_BAND = new Text("这里的数字指什么？", "What does this number mean?");
  static final Text PERCENT_OR_NOT =
      new Text("这个数是百分数吗？请写上%", "Is this a percentage? Please write %");
  static final Text WHOLE_OF_PART =
      new Text("和全体比，还是和筛选后的整体比？", "Against the whole, or against the part that is chosen?");
  static final Text EXCLUDED_TOGETHER =
      new Text("后面这个值也要排除，还是只看它？", "Is the further value excluded, too, or wanted?");

  static Text didYouMean(String words) {
    return new Text("“" + words + "”是不是想说：", "By \"" + words + "\", did you mean:");
  }

  static final Text MEAN_OF_RATE =
      new Text(
          "比率不按天平均：要整段时间的值，还是每天的走势？",
          "Rates are not averaged over days: the figure of the whole period, or each day's?");
  static final Text MEAN_OF_DAYS =
      new Text(
          "按天平均的指标按星期几或是否周末分组时，不能再分时间段",
          "A mean over days that is grouped by the kind of day has no time buckets besides");
  static final Text COUNTED_AND_RANKED =
      new Text("数有多少个和取前几名，一次只能做一种", "Groups are either counted or ranked, not both at once");
  static final Text ACCUMULATED_COMPARED =
      new Text("累计值暂不支持再作对比", "Accumulated values cannot be compared yet");
  static final Text BY_DAY_AT_FINEST =
      new Text("这个指标最细只能按天看，不能按小时", "This figure is seen by day at the finest, not by the hour");
  static final Text ACCUMULATED_RETURNS =
      new Text("留存、流失这类指标不能累计", "Retention, churn and the like do not accumulate");
  static final Text ACCUMULATED_MEAN = new Text("平均值不能累计", "Means do not accumulate");
  static final Text MEAN_OF_BOTH =
      new Text("后一个指标也要平均值，还是总数？", "Is the second figure a mean, too, or the total?");
  static final Text PER_HEAD = new Text("人均按哪些人算？", "For each of which people?");
  static final Text AVERAGE = new Text("暂不支持这种平均", "This kind of average is not supported yet");
  static final Text OVERALL_OF_SUM =
      new Text(
          "和整体相比只适用于比率；要和各组的平均比吗？",
          "Only rates compare with the overall figure; with the average of the groups?");
  static final Text BUCKET_RANK =
      new Text(
          "是每个时间段内各自排名，还是先按整段时间排名、再看走势？",
          "Ranked inside each time bucket, or over the whole period and then as a series?");
  static final Text PERSONAL_GROUP =
      new Text("不能列出个人，只能统计人数", "People cannot be listed, only counted");

  private Messages() {}

  static Text unknown(String words) {
    return new Text("不明白“" + words + "”的意思", "I don't know what \"" + words + "\" means");
  }

  static Text unused(String words) {
    return new Text(
        "不知道“" + words + "”在这个问题里起什么作用",
        "I can't tell what \"" + words + "\" does in this question");
  }

  static Text incompatible(Text metric, Text dimension, String zhNames, String enNames) {
    return new Text(
        metric.zh() + "不能按" + dimension.zh() + "来看；可以用：" + zhNames,
        metric.en() + " has no " + dimension.en() + "; it goes with: " + enNames);
  }

  static Text future(String first, String last) {
    return new Text(
        "所问的时间还没有到；数据从" + first + "到" + last,
        "That period has not begun yet; the data reach from " + first + " to " + last);
  }

  static Text outside(String first, String last) {
    return new Text(
        "所问的时间没有数据；数据从" + first + "到" + last,
        "There are no data for that period; they reach from " + first + " to " + last);
  }

  static Text notYet(String before, String englishBefore) {
    return new Text(
        "所问的时间刚开始，还没有数据；可以先看" + before,
        "That period has just begun and has no data yet; try " + englishBefore);
  }

  /** A time of which some days are to come. */
  static Text notOver(TimeRange range, LocalDate known) {
    return new Text(
        range.firstDay() + " 至 " + range.lastDay() + " 还没有过完，数据只到 " + known,
        range.firstDay() + " to " + range.lastDay() + " is not over; the data end on " + known);
  }

  static Text noData() {
    return new Text("还没有任何数据", "There are no data yet");
  }

  static Text corrected(String typed, String taken) {
    return new Text(
        "把“" + typed + "”理解为“" + taken + "”", "Took \"" + typed + "\" for \"" + taken + "\"");
  }
}
