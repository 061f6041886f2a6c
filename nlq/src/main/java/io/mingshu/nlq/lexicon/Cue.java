package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.semantic.text.WordList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The grammar's own words, Chinese and English side by side, as {@link WordList} has them. */
public enum Cue {
  // Groups
  EACH(
      "dimension",
      "各|各个|各种|各类|各大|每|每个|每种|每家|每一个|每款|不同|不同的|分|下面几个|底下几个|旗下几个|下属几个|名下几个|下面各个|下面的各个|底下各个|下面每个|每一类|每一种|每一款|各家|各款|一个个",
      "each|every|per|different|various|for each|in each|each of the|of each|any given|each and every|each one of the|every one of the|the various|the different|each single|every single"),
  WITHIN_EACH("dimension", "", "within each|inside each|within every|within one|inside every"),
  BY(
      "dimension",
      "按|按照|依据|根据|以|分|细分到|拆到|拆成|拆分到|拆分成|下钻到|落到|拆到每个|分到|按不同|按每个|按各个|按着|照着|照|根据不同|以各|分别按|按照各|依",
      "by|per|across|split by|split it by|split that by|split them by|split this by|break it down by|break that down by|break this down by|break them down by|drill down by|drill down to|drill into|broken down by|break down by|grouped by|group by|split across|sliced by|segmented by|for each|in each|splitted by|split up by|broken out by|sorted into|for every|attributed to|credited to|split across|across|as per|wise|split out by|slice by|sliced across|cut by|bucketed by|breaking down by|breaking it down by|breaking out by|classified by|categorised by|categorized by|organised by|organized by|arranged by|grouping by|separated by|segregated by|segregated as per|depending on"),
  WHICH(
      "dimension",
      "哪|哪一|哪几|哪个|哪些|哪几个|哪种|哪几种|哪家|哪一个|哪款|哪类|什么|哪一类|边个|边几个|边啲|哪一些|哪些个",
      "which|what|which all|which are the|what all"),
  /** 按渠道分: behind the dimension. */
  SPLIT_AFTER(
      "dimension",
      "[来/][分/拆/划分/展开][一下/下/开/]|分列|分别看|分着看|维度|的维度|这个维度|这一维度|维度看|维度拆|维度来看|维度拆分|两个维度|分一分|透视|切分|切一下|切开",
      "-wise|wise| wise"),
  HOW_MANY(
      "dimension",
      "几个|多少个|有几个|有多少个|几种|多少种|几款|多少款|多少家|几家|几多个|有几多个|总共几个|一共几个|一共有几个|总共有多少个|共有多少个",
      "how many|number of|count of|the number of"),
  HOW_MANY_UNITS("dimension", "有几|有多少|多少|共有几|共有多少|一共有多少|一共有几", "on how many"),
  // Values
  OF(
      "connective",
      "的|里|内|中|里的|之中|当中|里面|里头|里边|里面的|中的|之中的|当中的|内的",
      "of|in|from|for|on|at|via|through|to|within|among|amongst|inside|out of"),
  THE("connective", "", "the|a|an|our|all"),
  /** 每个品类下, 广东省内. */
  INSIDE("connective", "下|里|内|中|下面|里面|当中|之中|底下|底下|之下|范围内", ""),
  AND(
      "connective",
      "和|与|及|以及|、|跟|而|但|但是|还有|加|加上|并|同时|且|并且|而且|,|同埋|跟埋|外加|及其|以及其|×|+|＋|以及还有|连同|再按|再分|然后按|其次按",
      "and|&|plus|as well as|along with|,|together with|along with the|and also|and the|and also the|x|alongside|alongside the|+|coupled with|paired with"),
  OR("connective", "或|或者|或是|、|/", "or|/"),
  NOT(
      "connective",
      "不是|非|不在|不属于|不为|没在",
      "not|not from|not in|non|[do/does/did] not [carry/have/bear]|[don't/doesn't/didn't] [carry/have/bear]|not [carrying/bearing/having/tagged/tagged with]|not on|aren't|isn't|are not|is not|not using"),
  EXCLUDING(
      "connective",
      "不含|不包含|不包括|不算|不计|排除|排除掉|剔除|剔除掉|去除|除去|刨除|刨去|除开|抛开|扣除|去掉|除掉|拿掉|不要|刨开|撇开|不计入|不看|刨掉|抛掉|不带|不看|不要算|不算上|不统计|不考虑|略去|略过|跳过|滤掉|过滤掉|扣掉|减去|别算|甭算|不要把|别把|别看|去了|不管|不涉及|先不看|先不算",
      "excluding|exclude|excl|ex|everything but|all but|anything but|remove|take out|leave out|except|except for|without|other than|apart from|not including|not counting|leaving out|minus|outside of|outside|net of|skip|skipping|ignoring|minus the|sans|barring|omit|omitting|disregard|disregarding|filter out|filtering out|strip out|stripping out|cut out|removing|taking out|ignore|throw out|throwing out|leave off|with the exception of|save for|but not|but without|setting aside|set aside|leaving aside|not looking at|exempting"),
  EXCEPT_OPEN("connective", "除|除了|除去|除开|除却|撇除", ""),
  EXCEPT_CLOSE(
      "connective", "以外|之外|外|以外的|之外的|外的|以外的其他|之外的其他|外的其他|以外其他|之外其他|以外的其它|之外的其它|以外的所有|之外的所有", ""),
  /** Leave the books out: around what is excluded. */
  LEAVE(
      "connective",
      "",
      "leave|take|strip|filter|cut|throw|keep|put|set|leaving|taking|stripping|filtering|throwing|setting|keeping"),
  OUT(
      "connective",
      "",
      "out|aside|out of it|out of this|out of the picture|to one side|off the list"),
  ONLY(
      "connective",
      "只看|仅看|只算|仅|只|仅限|只要|单看|光看|光|单|只统计|只要看|就看|专看|专门看|仅统计|仅计|限|限定|只取|只查|限于|只保留|只关注|聚焦|聚焦到|单算|光算|只计|单单看|就只看|只想看|仅仅看|只说|只留|只留下|留下|只保留下|只剩|就留",
      "only|just|limited to|restricted to|exclusively|solely|purely|specifically|nothing but|keep only|keep just|limit to|limit it to|[restricting/limiting/filtering/narrowing/confining] [it/that/this/them/] to|[restrict/limit/filter/narrow/confine] [that/this/them/the result] to|limited only to|restrict to|restrict it to|filter to|filter for|filter on|narrow to|narrow it down to|narrow down to|focus on|focusing on|zoom in on|zoom into|strictly|just the|confined to|looking only at|look only at|considering only|counting only|only count|count only|only look at|only consider|leave only|only keep|only leave|just keep|show only|show just"),
  ONLY_AFTER(
      "connective",
      "就好|就行|即可|的就行|的就好|就够了|就可以|的就够了|就行了|就可以了",
      "only|alone|exclusively|by itself|on its own|only please|only thanks|and nothing else|nothing else|and no one else|by themselves|on their own"),
  IS("connective", "是|为|等于|属于|=|:", "is|are|was|were|=|equals"),
  COMES_AS("connective", "来的|过来的|进来的|带来的|引来的", ""),
  TAGGED(
      "connective",
      "活动标签|活动标签为|活动标签是|标签|标签为|归属于|归属|属于|打标|打了标|标记为",
      "tagged|campaign tag|attributed to|tagged with|labelled|labeled|attributed to|credited to|[anything/everything/whatever/orders/rows/those] [tagged/is tagged/was tagged/that is tagged/are tagged] [to/with/as/under]|tagged to|tagged for|tagged as|tagged under|marked as|labelled as|labeled as|carrying the tag|bearing the tag"),
  BROUGHT("connective", "带来的|带来|贡献的|产生的|活动带来的", "brought by|driven by|generated by"),
  /** Behind what is excluded: what is left. */
  OTHER(
      "connective",
      "[,/][的/][其他/其它/其余/剩下/余下/别][的/]",
      "[, /][all /][the /][other/others/remaining/rest]|[, /]the rest of the"),
  /** 不限省份: without the filter that was there. */
  UNLIMITED("connective", "不限|不限制|不限定|不限于", "regardless of|irrespective of"),
  LIFT("connective", "去掉|取消|移除|去除|放开|拿掉|撤掉|清除", "drop|remove|clear|take off|lift|undo|without"),
  FILTER_NOUN(
      "connective",
      "[的/这个/][筛选/限制/条件/过滤/限定/筛选条件/过滤条件]",
      "filter|restriction|condition|constraint|limitation|limit"),
  /** 带双11标签的订单. */
  BEARING("connective", "有", "with|carrying|bearing|having|carry|carries"),
  MARKED("connective", "带|带有|打了|挂了|贴了|打上|打着|打上了|被打上|被打了", ""),
  // Conditions
  GREATER(
      "condition",
      "超过|超过了|大于|高于|多于|超出|突破|超|>|大过|多过|高过|过了|超了|超出了|突破了|越过|冲破|破了|破|不止",
      "more than|over|above|greater than|exceeding|exceeds|exceed|exceeded|beat|beats|beating|outperform|outperforms|outperformed|outperforming|higher than|>|larger than|bigger than|upwards of|cleared|clear|clears|clearing|topped|topping|surpassed|surpass|surpasses|surpassing|broke through|broke|crossed|crosses|crossing|passed|north of|in excess of|went past|went over|went above|goes over|go over|goes above|was over|were over|above the mark of|better than"),
  /** More than; behind what is done, at some time (下过3单). */
  PAST_OR_OVER("condition", "过", ""),
  THAN("condition", "比|比起|较|相比", ""),
  AT_LEAST(
      "condition",
      "不少于|不低于|不小于|至少|大于等于|>=|≥|达到|达到了|起码|满|大于或等于|不下于|不下|冲到|冲到了|做到|做到了|到了|够|最少|至少有|起码有|至少达到|至少要|最起码",
      "at least|no less than|no fewer than|a minimum of|minimum of|not less than|>=|≥|reached|reaching|hit|hits|hitting|not below|not under|as many as|as much as|minimum|at minimum|at the least|at the very least|no lower than|no smaller than|got to|get to|made it to|achieved|at or above|at or over|a minimum"),
  LESS(
      "condition",
      "低于|小于|少于|不足|不到|不满|<|不及|没到|没有到|未到|低过|少过|小过|还不到|不够|未达|未达到|没达到|没有达到|没满|未满|达不到|没做到|都没到|都不到|都没有到|都没达到|还没到|还没有到|没能到|没够",
      "less than|below|under|fewer than|lower than|<|smaller than|short of|shy of|fell short of|falling short of|failed to reach|did not reach|didn't reach|haven't reached|has not reached|did not hit|didn't hit|failed to hit|not even|south of|short on|did not make|didn't make|[did not/didn't/do not/don't/does not/doesn't/could not/couldn't/failed to/never] [even /][reach/hit/make/get to/manage/achieve/get up to]"),
  AT_MOST(
      "condition",
      "不超过|不高于|不多于|不大于|至多|小于等于|<=|≤|小于或等于|没超过|未超过|没有超过|不大过|顶多|最高不超过|没过",
      "at most|no more than|up to|not more than|<=|≤|a maximum of|no greater than|no higher than|at the most|capped at|doesn't exceed|does not exceed|didn't exceed|did not exceed|not exceeding|not over|not above|maximum|at the very most|at or below|at or under"),
  /** 最多3%: behind a rate it is no superlative. */
  AT_MOST_RATE("condition", "最多|最高|顶多", ""),
  OR_MORE(
      "condition",
      "以上|及以上|或以上|和以上|往上|[元/块/块钱/单/件/个/次/笔/人]起|往上的|打底|起步|及其以上|开外|或更多|或者更多|或以上的|及更多|及更高|或更高|或者更高",
      "or more|and above|or above|and up|and over|or over|or older|and older|+|or higher|and more|plus|or better|or greater|and higher|and upward|and upwards|or upwards|or up|or so and up|or more than that|upwards"),
  OR_LESS(
      "condition",
      "以下|及以下|或以下|以内|往下|封顶|或更少|或者更少|及其以下|及以内|或更低|及更低|或者更低|或以内",
      "or less|and below|or below|or fewer|and under|or under|or younger|and younger|or lower|or smaller|max|tops|at most|or less than that"),
  STILL_MORE("condition", "[还/还要/更][多/高/大]|还多一点|还多些", ""),
  STILL_LESS("condition", "[还/还要/更][少/低/小]", ""),
  OVERALL(
      "condition",
      "整体|全站整体|全站|总体|大盘|全部|全体|整体水平|总体水平|整体值|全国|全店|整店|全平台|店铺整体|全站整体水平",
      "overall|the overall|[the /][whole /][shop/store/site/platform/company]['s/]|[the /]whole [shop/store/site/platform]|site wide|sitewide|total|company wide|the total|overall rate|the overall rate"),
  AVERAGE(
      "condition",
      "户均|单均|件均|次均|平均|平均水平|平均值|均值|平均数|平均下来|平均一下|平均算下来|平均是|平均起来|平均来看|平均数是|算平均|取平均|求平均",
      "average|avg|mean|the average|on average|averaged|averaging|averages|on avg|mean value|mean value of|average value of|typical|typically|in average"),
  /** What each order comes to. */
  PER_ORDER(
      "condition",
      "单笔|每笔|每单|单笔金额|每笔金额|每单金额|单笔订单金额|单笔消费|一单|一笔",
      "worth|valued at|totalling|totaling|costing|each worth"),
  /** Behind values that do not count. */
  EXCLUDED_AFTER(
      "connective",
      "不算|除外|不计|不算在内|不包含在内|不计入|不计在内|别算|不统计|不要|先不算|排除在外|剔除|剔掉|去掉|除掉|排除|不看|不包括|不包含",
      "excluded|not included|aside|not counted|removed|left out|left aside|out of the picture|don't count|do not count|ignored|omitted|dropped|taken out"),
  SECOND_PLACE(
      "ranking",
      "排第二|排名第二|第二名|亚军|位居第二|排老二|老二|位列第二|排行第二|居第二|排在第二",
      "second best selling|second best seller|second bestseller|came second|comes second|ranks second|ranked second|in second place|second place|number two|no. 2|runner-up|the runner-up|runner up|came in second|took second place|takes second place|second in line|second on the list|the second place"),
  THIRD_PLACE(
      "ranking",
      "排第三|排名第三|第三名|季军|位居第三",
      "came third|comes third|ranks third|ranked third|in third place|third place|number three|no. 3|came in third"),
  /** For each of the things that a metric counts. */
  PER("connective", "", "per|for each|for every|by each|a|each"),
  EACH_ONE("connective", "每个|每位|每名|每一个|每一位|每|一个|单个", "each|every|the|a|an"),
  /** By units sold, reckoned so. */
  RECKONED("ranking", "算|来算|计算|计|来计|衡量|来衡量|为准|论|来论", ""),
  PER_HEAD("average", "人均|每人平均|平均每人|每个人平均|平均每个人", "per head|per capita|per person"),
  RANGE_FROM("connective", "从|在|自", "between|from"),
  RANGE_TO("connective", "到|至|~|-", "to|-|~|through|until|till"),
  BETWEEN("condition", "介于|处在|处于|落在", "between|somewhere between|anywhere between|ranging from"),
  RANGE_END("condition", "之间|这个区间|的区间|区间|区间内|区间里|这个范围|范围|范围内|的范围内|之间的范围", "range"),
  // Rankings
  TOP(
      "ranking",
      "前|排名前|取前|排前|排在前|位列前|top|最高的前|最多的前|头|排头|top",
      "top|[the /][single /]best|first|leading|highest"),
  BOTTOM("ranking", "后|倒数|倒数前|排名后|排后|排在后|垫底的|末", "bottom|last|worst|lowest"),
  /** Behind a number: five best provinces by GMV. */
  BEST("ranking", "", "best|top|strongest|leading|finest"),
  WORST("ranking", "", "worst|bottom|weakest|poorest"),
  RANK("ranking", "第|排第|排名第|排行第|位列第|排在第", ""),
  HIGH("ranking", "高|多|大", ""),
  LOW("ranking", "低|少|小", ""),
  FROM_BOTTOM("ranking", "倒数第", ""),
  HIGHEST(
      "ranking",
      "最高|最多|最大|最贵|最高的|最多的|最大的|排第一|排名第一|第一名|居首|领先|卖得最多的一|最旺|居首位|拔得头筹|位居第一|名列第一|排头名|排首位|列第一|位列第一|最靠前|拿第一|第一|冠军|排第1|峰值",
      "[the /]single [highest/largest/biggest/most/busiest]|highest|most|largest|biggest|greatest|the most|the highest|max|maximum|peak|busiest|highest number of|most number of|number one|no. 1|top-ranked|top ranked|#1|most often|most frequently|topmost|number 1|no.1|ranked first|ranks first|came first|comes first|in first place|first place|maximal|the maximum|the peak|the busiest|heaviest|the biggest|the largest|the greatest|leading|came out on top|come out on top|comes out on top|on top|out on top|at the top"),
  LOWEST(
      "ranking",
      "最低|最少|最小|最低的|最少的|最小的|垫底|最差|排最后|排在最后|倒数第一|排末位|末位|最末|列最后|最靠后|吊车尾|倒数第一名",
      "lowest|least|smallest|fewest|the least|the lowest|min|minimum|quietest|slowest|lowest number of|bottom-most|ranked last|ranks last|came last|comes last|in last place|last place|the minimum|the smallest|the fewest|the quietest|the slowest|minimal|the bottom of the pile|at the bottom"),
  SECOND("ranking", "", "second|2nd|the second|runner up"),
  THIRD("ranking", "", "third|3rd|the third"),
  FASTEST(
      "ranking",
      "最快|最快的|最猛|蹿得最快|涨得最快|最厉害",
      "fastest|the fastest|quickest|the quickest|most rapidly|most quickly"),
  SLOWEST("ranking", "最慢|最慢的", "slowest|the slowest"),
  DESCENDING(
      "ranking",
      "从高到低|从高到低排|由高到低|降序排|从大到小|由大到小|从多到少|降序|倒序|排序|排名|排行|排行榜|榜单|排个序|排一下|由高到低排列|从高到低排列|由高到低排序|从高到低排序|由多到少|由多到少排列|从大到小排列|降序排列|从高往低|从高往低排|从大往小|由高往低|按高低排|按大小排|高的在前|大的在前|多的在前|排名情况|排行情况|排|排一排|排排|高低排|从多往少|榜",
      "descending|from high to low|high to low|highest first|ranked|ranking|sorted|rank|largest first|in descending order|sort|most to least|from highest to lowest|from high to low|biggest first|descending order|in order from highest to lowest|highest to lowest|largest to smallest|from most to least|from largest to smallest|from biggest to smallest|from top to bottom|top to bottom|in decreasing order|decreasing order|biggest to smallest|ranking list|leaderboard|in order of size|ranking of|rank order|sorted descending|sorted from high to low|sorted high to low|sort high to low|largest on top|highest on top|biggest on top|ranked high to low"),
  ASCENDING(
      "ranking",
      "从低到高|从低到高排|升序排|由低到高|从小到大|由小到大|从少到多|升序|由低到高排列|从低到高排列|由低到高排序|从低到高排序|由少到多|升序排列|从低往高|从小到大排列|从小往大|由低往高|低的在前|小的在前|少的在前",
      "ascending|from low to high|low to high|lowest first|in ascending order|from lowest to highest|smallest first|lowest to highest|smallest to largest|least to most|in increasing order|increasing order|from least to most|from smallest to largest|from bottom to top|bottom to top|sorted ascending|sorted low to high|smallest on top|lowest on top"),
  // Comparisons
  COMPARE(
      "comparison",
      "比|相比|对比|哪个高|哪个更高|谁更高|谁高|哪个多|哪个更多|谁更多|哪个大|哪个更大|比较|较|相较|相较于|比起|相对|相对于|vs|比一比|比一下|差距|差异|对比一下|不同|有什么不同|有何不同|有什么差别|差别|对照|对照一下|pk|PK|对标|放在一起比|作比较|做对比|做个对比|做比较|比对|比个高低|对比看|对比看看|比较一下|比较下|对比下|比下",
      "vs|versus|compared to|compared with|compare|compared|compare with|compare to|against|than|comparison|comparison of|in comparison with|relative to|different from|differ from|differs from|in contrast to|stack up against|stacks up against|stacked up against|as compared to|as compared with|when compared to|when compared with|as opposed to|in comparison to|by comparison with|measured against|set against|side by side with|up against|next to|how does it compare to|how does it compare with|how did that compare to|how does that compare to"),
  SAME_AS("comparison", "同|跟|和|与", ""),
  CHANGE(
      "comparison",
      "[是/][好/高/涨/升]了还是[差/低/跌/降]了|增长了多少|增长多少|增长|增长率|增长情况|增速|增幅|涨幅|涨了多少|涨了|涨|变化率|升了多少|提升|提升了多少|上升|上升了多少|多多少|高多少|高出多少|多了多少|高了多少|差多少|同比增长|波动幅度|增减|变化幅度|增长幅度|多出多少|涨了百分之多少|增长了百分之多少|涨幅多少|多卖了多少|多了多少|变化多少|各涨了百分之多少|增长百分之多少|增减多少|增减百分比|增减比例|增减幅度|变化百分比|百分比变化|增减了多少|[高/高了/高出/高出了/多/多了/多出/涨/涨了/升/升了/提高/提高了/提升/提升了/上升/上升了/增加/增加了/增长/增长了/上涨/上涨了][多少/几个点/多少个点/几个百分点/多少个百分点/百分之多少/百分之几/几成]|提高|提高了|增加|增加了|上涨|上涨了|高了|涨了多少钱|[多了/涨了/升了/增加了/高了/上升了/增加/多/高/涨/升][还是/或][少了/跌了/降了/减少了/低了/下降了/减少/少/低/跌/降/掉了/掉/下滑了/下来了]|涨没涨|有没有涨|增了多少|加了多少|涨了几成|长了多少|增长了|变动了多少|波动了多少|升幅|升降|涨跌|涨跌幅|增降|起落|涨势|变多还是变少|变高还是变低|多了还是少了多少|涨了还是跌了多少|往上走|走高|[差/差了/相差/相差了][多少/几个点/多少个点/几个百分点/多少个百分点]",
      "growth|grow|grew|growth rate|increase|increased|go up|went up|rise|rose|difference|delta|gone up|growth in|change in|up or down|rate of change|percent change|percentage change|how much higher|increase in|growing|higher|more|[the /]difference between [them/the two/both/those/these]|points apart|[how many /]points apart|how far apart|how much more|by how much more|go up or down|went up or down|rise or fall|rose or fell|gain|gained|gaining|[by /]how many [points/percentage points]|increase or decrease|increased or decreased|uplift|uptick|upswing|jump|jumped|climb|climbed|surge|surged|soar|soared|swing|swung|by how much did it grow|percentage increase|percent increase|% change|% growth|pct change|variance|variation|[how many points /by how many points /][better or worse/higher or lower]|difference in [points/percentage points]|[points/percentage points] difference|go higher|went higher|moved up|move up|shot up|picked up|pick up|improve|improved|improvement|grown|risen"),
  CHANGE_RATE(
      "comparison",
      "增长率|增速|增幅|涨幅|变化率|增长幅度|同比增速|环比增速|升幅|涨跌幅|增长比例|变动率|变动幅度",
      "growth rate|change rate|rate change|rate of growth|growth|percentage growth|percent growth|rate of change|pct growth|% change|% growth|percentage increase|percent increase"),
  /** A change without a direction: over time buckets it is just their series. */
  MOVEMENT(
      "comparison",
      "变化|变动|变化了多少|变化了|有什么变化|波动|变了多少|变了|有变化|变化量|有啥变化|有何变化|怎样的变化|改变|变动了",
      "change|changed|changes|move|moved|moves|fluctuate|fluctuated|fluctuation|movement|movements"),
  DECREASE(
      "comparison",
      "下降了多少|下降|下降多少|降幅|跌幅|跌了多少|跌了|跌|掉了多少|掉了|减少|减少了多少|降了多少|降低|少多少|低多少|少了多少|低了多少|下滑|[低/低了/低出/少/少了/降/降了/下降/下降了/跌/跌了/下跌/下跌了/掉/掉了/减少/减少了/降低/降低了/下滑/下滑了][多少/几个点/多少个点/几个百分点/多少个百分点/百分之多少/百分之几/几成]|低了|下跌|下跌了|下滑了|降了|缩水|缩水了|缩水多少|缩水了多少|滑了多少|跌了几成|降没降|少了|落了多少|回落|回落了|回落多少|回落了多少|萎缩|萎缩了多少|往下掉|走低|往下走|下挫|下行|滑坡",
      "lose|lost|losing|shed|decrease|decreased|decline|declined|go down|went down|drop|dropped|fall|fell|decline in|drop in|gone down|decrease in|lower|fewer|dip|dipped|slip|slipped|slump|slumped|plunge|plunged|slide|slid|shrink|shrank|shrunk|tumble|tumbled|sink|sank|reduction|reduced|come down|came down|go lower|went lower|% drop|percentage drop|% decline|percentage decline|fallen|go south|went south|de-grew|degrew|de-grow|degrow|went backwards|contracted"),
  YEAR_BEFORE(
      "comparison",
      "同比|同比去年|年同比|比去年同期|较去年同期|去年同期|去年同一时期|去年同月|去年同周|去年同季度|上年同月|上年同期|同比情况|去年的同月|去年的同期",
      "yoy|year over year|y/y|year on year|the same period last year|same period last year|the same time last year|same time last year|the same period a year ago|same period of last year|a year ago|a year earlier|the year before|same period the previous year|same period a year earlier|the same month last year|same month last year|the same week last year|same week last year|the same quarter last year|same quarter last year|the same months last year|the same days last year|the same dates last year|the same time a year ago|a year prior|the year prior|[the /]same month [a year earlier/a year before/of the previous year/a year ago/of last year]|[the /]same [week/quarter/period/days] [a year earlier/a year before/a year ago/of last year]"),
  PERIOD_BEFORE(
      "comparison",
      "环比|上期|上一期|上一周期|前一周期|上个周期|前一期|环比上期",
      "period over period|the previous period|previous period|the prior period|prior period|the period before|sequential|pop"),
  DAY_BEFORE("comparison", "日环比|前一天|前一日|上一天", "dod|day over day|the day before|the previous day"),
  WEEK_BEFORE(
      "comparison",
      "周环比|前一周|上一周",
      "wow|week over week|week on week|w/w|the week before|the previous week|the prior week|the week prior|week prior|a week earlier|the preceding week|the week earlier"),
  MONTH_BEFORE(
      "comparison",
      "月环比|前一个月|前一月",
      "mom|month over month|month on month|m/m|the month before|the previous month|the prior month|the month prior|month prior|a month earlier|the preceding month|the month earlier"),
  QUARTER_BEFORE(
      "comparison",
      "季环比|季度环比|前一季度|前一个季度",
      "qoq|quarter over quarter|quarter on quarter|q/q|the quarter before|the previous quarter|the prior quarter|the quarter prior|quarter prior|a quarter earlier|the preceding quarter"),
  SAME_DAY_LAST_WEEK(
      "comparison",
      "上周同一天|上周同日|上周同期|上周的同一天|上周同天",
      "the same day last week|same day last week|the same day the week before|same day of last week|same weekday last week"),
  SAME_DAY_LAST_YEAR(
      "comparison",
      "去年同一天|去年同日|去年的同一天|去年今日",
      "the same day last year|same day last year|same date last year|the same date last year"),
  SAME_TIME_LAST_MONTH(
      "comparison",
      "上月同期|上个月同期|上月同日|上个月同一时间",
      "same period last month|the same period last month|same time last month|the same time last month"),
  ONE_BEFORE(
      "comparison",
      "前一个|前一|上一个|再前一个|再往前|再之前的|之前的|之前|此前|往前|前面的|前|上",
      "previous|the previous|prior|the prior|preceding|the preceding"),
  AFTER_BEFORE("comparison", "之前|前", "before|before that|prior"),
  SAME_PERIOD("comparison", "同期|的同期|同一时期|同时期", "same period"),
  // Shares
  SHARE(
      "share",
      "占|占比|占了|份额|比例|的比例|比重|百分比|占比多少|所占比例|所占|贡献率|贡献占比|贡献度|占百分之多少|占比情况|构成|占总体|占总|各占|各占多少|各自占比|占多大比例|多大比例|占几成|占比分别|占百分之几|百分之几|占多少百分比|占几个点|占到多少|占总数多少|占百分之多少|是总数的百分之多少|的百分之多少|百分之多少的|百分之几的|几成的|多大一部分|多大份额|几成|多少成|的几成|占到几成|占了几成|占多少成|占的比例|占的比重|占的份额|占有率|分量|权重",
      "share|share of|percentage|percentage of|percent of|% of|fraction of|fraction|proportion|proportion of|contribution|contribution of|in percent|as a percentage of|as a share of|in %|percent|what percentage|what share|contribute|contributed|account for|accounts for|accounted for|make up|makes up|percentage share|split|mix|share in|share of total|percent share|how much of|their share|with their share|and their share|its share|their share of|with their share of|along with their share of|percentage share of|what fraction of|what proportion of|what percentage of|what percent of|how many percent of|how many percent|by percentage|in percentage terms|by share|portion|portion of|what portion of|slice of|what slice of|chunk of|what chunk of|piece of|how big a share of|how large a share of|how big a part of|how large a part of|how big a slice of|how big a chunk of|ratio to total|represent|represents|represented|constitute|constitutes|constituted|comprise|comprises|comprised|weight of|weight in|take up|takes up|took up|as a percent of|as a proportion of|as a fraction of|as a portion of|as % of|as a % of|in relation to the total|as a %|as %|as a percent|as a percentage"),
  /** Between two figures: their quotient. */
  DIVIDED("share", "除以", "divided by|over the number of"),
  THIS("share", "该|其|其所在|所在|本|各自|自己", "its|their|its own|that|the respective"),
  // Shape
  SUM(
      "connective",
      "一共|总共|合计|总和|加起来|总计|加总|加在一起|总数|合起来|汇总|总量|共|共计|全加起来|拢共|统共|总计是|全部加总|一总|累加起来|加总起来|总共是|加一块|加一块儿|加到一起|合并|合并起来|打包|打总",
      "in total|altogether|combined|together|sum of|the sum of|all together|aggregate|sum|taken together|put together|lumped together|added together|added up|summed|summed up|when added up|overall total|combined total|aggregated|jointly|collectively|in sum|totalled|totaled|totalling|totaling|summing|adding up"),
  WHOLE(
      "connective",
      "总|总的|总额|总盘子|总盘|总体|整体|全站|全部|所有|全国|全平台|全|大盘|全店|全网|全部的|总体的|整个|全天|整天|一整天|全日|全公司|公司整体|店里所有|店里全部|总共的|整个店|整个平台|整个站",
      "total|overall|all|the total|the entire|entire|whole|the whole|everything|all of|grand total|the grand total|company-wide|the full|full|the store's|the shop's|all-in|the shop's total|the store's total|our total|the company's total"),
  SEPARATELY(
      "connective",
      "分别|各自|各是|各有|各为|分开|各多少|各是多少|各有多少|分别是|各自的|分别为|分别有|各有多少人|各涨了|各增长|各下降|各自分别|分别看|各自看|分开看看|分开列|分开算|拆开看|各看各的|单独列|分头|一行一个|一个一行|每个一行|一人一行|各一行|各一个|各给一个",
      "respectively|separately|individually|side by side|next to each other|each on its own|one by one|individually listed|listed separately|each separately|for each one|one [line/number/figure/row/value] each|one each|[line/number/figure/row] each|each on its own line|each on one line|each in its own row"),
  /** Says no more than the groups do; without groups it would say something else. */
  DETAIL(
      "connective",
      "分布|分布情况|交叉|交叉看|交叉分析|交叉拆|明细|拆|拆开|拆分|拆解|拆一下|细分|分组|划分|分开看|构成情况|结构|细看|细拆|拆看|逐个|一一列出|透视|交叉透视|透视表|交叉表|表|报表|明细表|统计表|一览表",
      "cross|crossed|crossed with|cross tab|crosstab|cross-tabulated|break down|breakdown|breakdown of|broken down|group|grouped|splitted|split|split up|splitted up|spread|spread over|spread across|distributed|distributed over|distribution|distribution of|distribution over|break out|broken out|breakout|breaking down|splitting|detail|details|detailed|split out|pivot|pivoted|pivot table"),
  /** 品牌数: how many there are. */
  COUNT_NOUN("connective", "数|数量|个数|的数量|的个数|的数目", "count"),
  /** 广东和浙江各卖了多少: only right before what is measured. */
  EACH_OF_THEM("connective", "各|各自", "each"),
  CUMULATIVE(
      "connective",
      "累计|累积|累加|累计起来",
      "cumulative|running total|running total of|cumulated|accumulated|running sum|running sum of|cumulatively|on a cumulative basis|accumulating|running tally|as a running total"),
  ROLLING("connective", "滚动|滑动|移动", "rolling|moving|trailing"),
  MOVING_AVERAGE(
      "connective",
      "移动平均|移动平均值|移动平均线|滑动平均|移动均值|滚动平均|滚动均值|滚动平均值|均线",
      "moving average|rolling average|rolling mean|moving averages|moving mean"),
  TREND(
      "grain",
      "趋势|走势|变化趋势|变化情况|曲线|趋势图|走势图|折线图|变化曲线|走向|趋势变化|走得怎么样|波动情况|走势图看看|变动趋势|变动情况|起伏|起伏情况|涨跌情况|走向图|变化走势|发展趋势|时间趋势",
      "curve|curves|trend|trends|trended|trending|over time|evolve|evolved|development of|trend of|trend line|trendline|timeline|development|develop|developed|has developed|have developed|has evolved|have evolved|progress|progressed|progression|trajectory|over the period|trend chart|as a time series|time series|time series of|on a timeline|movement over time"),
  /** Over time, or beside a comparison from one period to the other. */
  HOW_IT_MOVED(
      "grain",
      "怎么走|怎么走的|[是/]怎么变[的/化/化的]|变化如何|变得怎么样|变成怎样了|走得咋样|怎么走法|怎么变动|如何变化|是怎么变化的|是如何变化的|咋走|咋走的|咋变的|怎样变化|怎么发展|怎么波动",
      "which way did|how did it move|how has it moved|how did it go|how it moved|how it changed|how it went"),
  ITEM_COUNT("connective", "个|名|家|款|位|种|类|大|条|件", ""),
  PLACES("connective", "地|个省|个省份|个地区|个城市|者|个品类|个渠道|类|省|市|个版本|个|种|端|个平台|个品牌", ""),
  PEOPLE(
      "connective",
      "用户|人群|人|的人|会员|客户|顾客|用户群|人士|消费者|买家|的用户|群体|端用户|拨人|批人|群人|那拨人|那批人|那群人|这拨人|的那拨人|那部分人|那部分用户|的人群|那批用户|那拨用户|那批客户|那些用户|那些客户|那群用户|的那批用户|的那批人|的那些用户|的那些人|的那群人|这类用户|这类人|这群人|这批用户|这部分人|这部分用户",
      "user|member|customer|people|shopper|person|consumer|buyer|folk|audience|ppl|shoppers|folk|folks|crowd|clientele|patrons|demographic|group of customers|group of users"),
  /** 88VIP他们: behind those it stands for. */
  THEY("connective", "他们|她们|它们", "they"),
  GOODS("connective", "商品|产品|货", "product|item|goods|merchandise"),
  CLASS_NOUN("connective", "类|品类|类商品|类产品|类目|类别", "category"),
  PLACE(
      "connective",
      "地区|省|市|区域|端|设备|里|内|中|侧|平台|这边|那边|渠道|方面|底下|之下|下面|名下|旗下|上的|端上的|上面的|家|家的|牌|牌的|牌子|牌子的",
      "channel|device|region|area|platform|market|traffic"),
  YEARS_OLD("connective", "岁|周岁|岁的", "years old|year old|years|yrs|yo|year olds"),
  AGED("connective", "年龄|年龄在", "aged|age|ages|between the ages of"),
  // What becomes of the question before
  INSTEAD(
      "connective",
      "换成|改成|改为|换为|换作|换|替换成|替换为|改看|换看|改按|换按|改用|换算成|换成看|切换成|切换到|切到|变成|改查|换查|改问",
      "instead|change to|change it to|change that to|switch to|switch it to|switch that to|replace it with|make it|make that|change that into|swap in|swap it for|swap for|swap to|use instead|rather|switch over to|change over to|flip to|turn it into|replace with|exchange for"),
  MORE(
      "connective",
      "再加上|再加|加个|加上|外加|另外加上|再看一下|也看一下|也|并加上|附带|附上|带上|连同|连带着|再补上|补上",
      "as well|too|also|plus|add|in addition|on top of that|besides|additionally|along with that|throw in|tack on|append|and add|also show|also include|include"),
  THESE(
      "connective",
      "这几个|这几|这些|只要那些|这几天|这几日|这几周|这几个月|这几个季度|这些天|那几个|那几|那些|它们|它|他们|她们|上述|以上这些|上面这些",
      "these|those|[only /][the/those] groups|[only /]the ones|only those|of them|for them|among them|their|each of these|each of those|each of them|all of these|all of those"),
  THOSE("connective", "这|那|这前|上面", "these|those|the same"),
  THAT_ONE("connective", "这|那|这个|那个|此|这一|那一|这一个|那一个", "this|that|the same"),
  AGAIN(
      "connective",
      "再|再看|再来|再看看|继续|接着|接着看|然后|顺便|另外|回头|那再|再帮忙看|接下去|那接着",
      "then|next|again|furthermore|further|once more|ok now|okay now|and then|after that|now then"),
  IT(
      "connective",
      "把它|这个结果|上面的|刚才的|刚才那个|同样|同样的",
      "them|it|that|this|the result|the same|same|same for|the same for|same thing for|the same thing for"),
  UNDO(
      "connective",
      "撤销|撤回|撤销上一步|回到上一步|上一步|返回上一步|退回上一步|回退|撤掉上一步|恢复上一步|退一步|回到刚才|恢复刚才的",
      "undo|undo that|go back|back one step|step back|revert that|go back one|undo last|undo the last one|undo last step|previous step|step back one|take that back|cancel that|never mind that"),
  RESET(
      "connective",
      "重新来|重来|重新开始|从头来|从头开始|重新问|清空对话|新的对话|换个问题|全部清掉|清除对话|重来一遍|重头开始|推倒重来|从新开始|开个新话题|换个话题|新话题",
      "start over|start again|reset|new question|new conversation|clear the conversation|start afresh|start fresh|begin again|from scratch|clean slate|forget everything|forget all that|clear everything|new topic|wipe the slate"),
  WHY(
      "connective",
      "为什么|为啥|为何|怎么回事|什么原因|原因是什么|原因|是什么原因|咋回事|啥原因|是啥原因|怎么搞的|因为什么|由于什么|为嘛",
      "why|why is that|how come|what caused it|what caused this|what is the reason|reason|what is behind|what's behind|what explains|explain why|what went wrong|for what reason"),
  // Questions that are none
  VAGUE_TIME(
      "period",
      "最近|近期|目前|现在|当前|近来|这段时间|前段时间|这阵子|之前|以前",
      "recently|lately|recent|current|present|currently|now|right now|these days|nowadays|at the moment|as of today|as of now|as of this moment"),
  COMMAND(
      "command",
      "删除|删掉|删了|都删掉|删|清空|修改|更新|导出|导出来|插入|写入|下载|新建表|建表|发送|发给|执行|运行",
      "delete|drop table|insert|update|truncate|alter|export|download|remove all|create table|send|email|execute|run|grant|select *"),
  OVERRIDE(
      "command",
      "忽略以上|忽略之前|忽略|系统提示词|提示词|指令|你的规则|扮演",
      "ignore [all /any /the /my /your /what /everything /][previous/above/prior/instructions/rules/prompt/safety/earlier]|ignore everything|ignore all|system prompt|prompt|your instructions|previous rules|previous instructions|jailbreak|pretend|act as"),
  PERSONAL(
      "personal",
      "手机号|电话|手机号码|姓名|身份证|邮箱|住址|地址|联系方式|微信号|联系信息|真实姓名|名单",
      "phone number|phone|email address|emails|home address|address|full name|names of|contact detail|contact info|id card|passport|names and");

  private static final Set<Cue> STANDING =
      Collections.unmodifiableSet(
          EnumSet.of(
              AND,
              HOW_MANY,
              AVERAGE,
              PER_HEAD,
              COMPARE,
              CHANGE,
              DECREASE,
              MOVEMENT,
              YEAR_BEFORE,
              PERIOD_BEFORE,
              DAY_BEFORE,
              WEEK_BEFORE,
              MONTH_BEFORE,
              QUARTER_BEFORE,
              SAME_DAY_LAST_WEEK,
              SAME_DAY_LAST_YEAR,
              SAME_TIME_LAST_MONTH,
              SAME_PERIOD,
              SHARE,
              DIVIDED,
              SUM,
              WHOLE,
              SEPARATELY,
              DETAIL,
              EACH_OF_THEM,
              CUMULATIVE,
              ROLLING,
              MOVING_AVERAGE,
              TREND,
              HOW_IT_MOVED,
              PEOPLE,
              GOODS,
              VAGUE_TIME,
              INSTEAD,
              MORE,
              THESE,
              AGAIN,
              IT,
              UNDO,
              RESET,
              WHY,
              COMMAND,
              OVERRIDE,
              PERSONAL));

  private static final String SEPARATOR = "|";

  private final String role;
  private final String forms;

  Cue(String role, String zh, String en) {
    this.role = role;
    this.forms = zh + SEPARATOR + en;
  }

  /** What a word of this kind is taken for. */
  public String role() {
    return role;
  }

  /** The words themselves. */
  public List<String> forms() {
    return WordList.words(forms);
  }

  /**
   * Whether the word means something without a phrase around it. The others are only seen inside
   * the phrases that rules make of them.
   */
  public boolean standsAlone() {
    return STANDING.contains(this);
  }

  /** A place for one of these words. */
  public static Slot<CueWord> any(Cue first, Cue... others) {
    return Slot.ofKinds(CueWord.class, EnumSet.of(first, others));
  }
}
