package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.lexicon.Words.AnalysisWord;
import io.mingshu.semantic.text.WordList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The grammar's words for analyses of behaviour, Chinese and English side by side. */
public enum AnalysisCue {
  // Funnels
  FUNNEL(
      "[这条/这个/那条/一条/一个/]漏斗[/图/分析/情况/数据/效果/看板]|转化漏斗图|漏斗模型|漏斗的情况|[按/用/以]漏斗[算/口径/来算/看/来看/统计]|漏斗口径|用户漏斗|[转化/三步/四步/两步/五步/多步]漏斗[/图/分析/情况/数据]",
      "[as a /in a /the /user /users /our /]funnel|conversion funnel|[two/three/four/five]-step funnel|funnel [chart/analysis/report/view/numbers/figures/performance/breakdown]"),
  EACH_STEP(
      "[每/各/每个/各个/每一/每一个/逐][步/环节/阶段/步骤/层/环/个环节/个步骤][的/都/分别/各/]|走到每一步|[各/分别/各自][走到/到/到了/走到了/剩/剩下]|走到|[还/]剩[下/余/]|步骤|逐步|一步步|一步一步|各步各",
      "[at/in/for/by/per/on/from/of/reaching/reached/] [each/every] [step/stage][ of it/ of the way/]|[per/by] [step/stage]|step by step|stage by stage|[step/stage]|[the/all/all the] [steps/stages]|each of the [steps/stages]"),
  FROM_FIRST(
      "[相对/相对于/对/比/占/从/对比/较/相比][第一步/首步/第1步/起点/第一个步骤][来说/的/]|首步",
      "[from/relative to/of/versus/vs/against/compared to/over] [the first step/first step/step 1/step one/the first/the start/the top]"),
  FROM_PREVIOUS(
      "[相对/相对于/对/比/占/从/对比/较/相比][上一步/前一步/上一个环节/前一个环节/上一环][来说/的/]|环节间|步间|逐级|上一步到下一步|单步",
      "[from/relative to/of/versus/vs/against/compared to/over] [the previous step/previous step/the step before/the prior step/the one before]|step-to-step|step to step|step-by-step|between steps|from one step to the next|from step to step"),
  WHICH_STEP(
      "[那一步/该步/那步/这一步][的/]|[在/卡在/是/是在/到底在/主要在/][哪一步/哪步/哪个步骤/哪个环节/哪一环/哪一环节/哪个阶段/哪一个环节/哪里/哪儿/哪][是/上/]",
      "[for /]that [step/stage]|[at/in/] [which/what] [step/stage]|where|whereabouts|which of the [steps/stages]"),
  MOST_LOST(
      "[流失/掉/掉队/漏/跑/走/丢/损失/折损/损耗][得/的/][人/用户/人数/用户数/]最多|丢的人最多|流失的人最多",
      "[do we/do they/do users/we/they/users/people/] [lose/loses/losing/lost/leak/leaks] [the /]most[ users/ people/ shoppers/ customers/ buyers/ visitors]|most [users/people] lost"),
  WORST_RATE(
      "[流失/掉/掉队/漏/跑/走/丢/损失/折损/流失率/流失比例/流失占比/掉队率/损耗/流失得][得/的/人/用户/]"
          + "[最大/最严重/最厉害/最狠/最高/最凶/最惨][的/]|流失最多|掉得最多|掉的最多|漏得最多|最薄弱|瓶颈|短板|最差的一步|转化[率/][最差/最低/最弱]|[最大的/主要][流失/损失/漏点/流失点]",
      "[do we/do they/do users/we/they/users/people/] [lose/loses/losing/lost/leak/leaks/leaking/drop/drops/drop off/drops off/drop out/dropping off/fall off/falling off/leave] [the /][most/biggest/worst]"
          + "|[the /][biggest/largest/highest/worst/greatest/steepest/main] [drop/drop-off/dropoff/loss/leak/fall-off/drop off/leakage/drop-off rate/loss rate]|[worst/weakest/leakiest] [step/stage]|[the /]bottleneck|most drop-off"),
  OVERALL(
      "[最后/到最后/最终/][整体/总体/总的]|最后|到最后|全程|最终|全链路|端到端|全流程|整个|总|从头到尾[的/]|从头到尾的总|一头到尾|全部走完|走完全程",
      "overall|first to last|from start to finish|start to finish|top to bottom|from first to last|end-to-end|end to end|total|full|whole"),
  LOSS(
      "[每步/][流失/掉队/损失][人数/用户数/率/情况/了多少人/多少人/多少/]|掉了多少人|掉了多少",
      "drop out|dropping out|dropped out|fraction lost|drop-off[ rate/ rates/]|drop off|drop offs|dropoff[ rate/]|dropped off|users lost|people lost|how many [users/people] [dropped/drop] off|fall-off|loss|losses"),
  SAME_SESSION(
      "[限/限于/限定/限在/在/][同一/同一个/同一次/同/单次/单个/一次/一个][会话/访问][之内/内/里/中/][的/]|[同一个/同一/同/单/一个][session/visit][之内/内/里/中/][的/]|会话内|会话级|当次访问",
      "[same/one/single/within the same/within one/within a single/in the same/in one/in a single/within a/inside one/inside a][ session/-session/ visit]|session-level|session level|within session"),
  STRICT(
      "[中间/][不能/没有/不][隔/夹/有/][其他/别的][行为/动作/操作]|紧接着|严格顺序|严格按顺序|连续的步骤",
      "one right after the other|strict order|in strict order|strict|with nothing in between|nothing in between|strictly in order|with nothing in between|back to back|consecutive steps|straight|directly|[with /][nothing else/no other page/no other pages/no other step/no other steps/no detour/no detours] in between"),
  ANY_ORDER(
      "[不分/不限/不管/任意/不论/无论][先后/顺序/次序][的/]",
      "in any order|any order|regardless of order|whatever the order|order doesn't matter"),
  HOW_LONG(
      "[要/用/花/花了/需要/平均要/平均/间隔/平均间隔/中间隔/][多久/多长时间/多少时间/多少小时/多少天]|[平均/中位/][用时/耗时/时长/转化时间/转化时长/时间间隔]",
      "how long[ does it take/ do they take/ do people take/ do users take/ it takes/]|[average/median/mean] [time/duration]|time [to/between/it takes/taken][ steps/ convert/]|time to convert|conversion time"),
  /** How many got from one step to the other, as one figure. */
  WENT("", "[who /that /users /people /][went/moved/proceeded/continued][ on/]"),
  /** Before what it is by: break the funnel down by device. */
  SPLIT(
      "拆分|拆解|拆开|细分|拆",
      "break down|breakdown of|breakdown|split|slice|cut|break|segment|down|group|grouped"),
  // Paths
  PATHS(
      "[用户/行为/访问/浏览/页面/跳转/常见/典型/热门/主要/][路径/动线/流向/路线][分析/图/有哪些/是什么/]|桑基图",
      "[user/navigation/page/common/typical/popular/main/frequent/] [path/paths/journey/journeys/flow/flows/route/routes]|path analysis|sankey|clickstream"),
  PATHS_FROM(
      "[都/一般/通常/会/一般都/大多/主要/接着/接下来/又/][去了/去/往/跑去/跳到/跳去/走去/跑/流向/跳转到/跳转去][哪里/哪儿/哪/哪些页面/什么页面/哪个页面][走/去/了/]|[都/][去得/去的/跳得/走得/流向]最多[的/]|从哪来到哪去|[都/一般/通常/会/][干/做][什么/嘛/啥/了什么/了啥/些什么/了些什么][了/去了/]",
      "where do [users/people/shoppers/visitors/they/customers] go[ next/]|where [users/people/shoppers/visitors/they/customers] go[ next/]|where did [users/people/they/shoppers] go[ next/]|what do [users/people/shoppers/visitors/they/customers] do[ next/]|what happens"),
  PATHS_TO(
      "[是/都/都是/一般/通常/][从哪/从哪里/从哪儿/从哪些页面/从什么页面][来/过来/进来/来的/过来的/进来的/跳过来/进/进的]|[是/都/][怎么/如何][来/来的/进来/进来的/走到/到达/到/进入/进到][这里/这/]",
      "how do [users/people/shoppers/visitors/they/customers] [get to/reach/arrive at/arrive on/end up on/end up at/come to/find/land on]|how [users/people/shoppers/visitors/they] [get to/reach/arrive at/end up on/end up at]|where do [users/people/shoppers/visitors/they] come from"),
  AFTERWARDS(
      "[之后/以后/后面/后/出发/开始/出来/出去][的/都/]|接下来|[看/逛/浏览/访问][完/完了/过/过了]|进来之后|进来后|离开",
      "after|starting [from/at/on/with]|beginning [at/on/with]|leaving|out of|visiting|landing on|opening|after [visiting/seeing/landing on/opening/leaving/viewing]"),
  /** Any time from then on. */
  ROLLING(
      "[滚动/开放式/无界]留存[率/]",
      "[rolling/unbounded/open-ended/on-or-after/on or after] retention[ rate/]"),
  /** One page further. */
  NEXT_PAGE(
      "[的/][下一步/下一个页面/下一页/下个页面/下一跳/紧接着/第二步][是/会/都/最/]",
      "next|next page|next pages|next step|next stop|right after|straight after|immediately after"),
  BEFOREHAND(
      "[之前/以前/前面/前][的/都/]|来源|进来之前",
      "before[ reaching/ getting to/ arriving at/ they reach/ coming to/ landing on/ visiting/ seeing/]|leading [to/up to]|leads to|lead to|ending [at/on/in]|on the way to|reaching"),
  /** Before a page that ways begin with, or a funnel that people go through. */
  ENTERING("进入|进|进了|进到|走|走完", "entering|enter|going through|go through"),
  /** Before a page that ways end at: 到结算页的路径. */
  ARRIVING("到|到了|走到|去到|跳到|抵达", ""),
  MOST_COMMON(
      "[最/比较/][常见/热门/主要/典型/多/频繁/常走/常用]的|排名靠前的|最常走|最常见|主流",
      "[most/the most] [common/frequent/popular/typical/usual]|commonest|usual|typical"),
  // Cohorts
  COHORT_TABLE(
      "[月/周/日/月度/周度/日度/每周/每月/每日/一张月度/一张周度/一张][留存矩阵/留存表]|[月/周/日]留存[表/矩阵/情况/明细]|留存[矩阵/表/热力图/曲线/表格/明细表/情况/分析/图/明细/走势/数据]|[同期群/同期群分析/队列/队列分析/群组][留存/的留存/][矩阵/表/分析/]|[cohort/群组留存][留存/分析/表/矩阵/]",
      "retention [matrix/table/heatmap/heat map/grid/triangle/chart/curve/curves/cohorts/analysis/by cohort]|[signup/sign-up/registration/user/customer/] cohort[ matrix/ table/ heatmap/ heat map/ retention/ retention matrix/ retention table/ analysis/ grid/ retention analysis/ chart/]|[signup/sign-up/registration/] cohorts"),
  PURCHASE_TABLE(
      "[首购/首单/购买/][复购/回购][矩阵/留存矩阵/表/同期群/队列/热力图]|[购买/首购/首单]留存[矩阵/表/情况/]",
      "[repurchase/repeat purchase/purchase/buyer/first-purchase] [matrix/table/retention matrix/retention table/cohorts/cohort table/cohort matrix/cohort/heatmap]"),
  /** Who joined: 3月注册的人, everybody who registered in May. */
  JOINING(
      "[新/][注册/入会/加入/注册进来/进来注册/加进来][的/了的][新/][人/用户/那批人/这批人/那些人/这些人/cohort/客户/会员/客/顾客/]|[新/]注册",
      "[out of /of /for /][everybody/everyone/people/users/those/customers/shoppers/the users/all users] [who/that] [registered/signed up/joined][ in/]|[the /][users/people/customers] acquired[ in/]|[newly /][registered/signed up/joined][ users/ people/][ in/]"),
  /** The form of a table. */
  MATRIX(
      "[做/做个/做一个/拉/一张/拉一张/出一个/要/看/做成/拉成/用/以/出/][矩阵/表格][那种/形式/样式/的形式/的样子/的]|矩阵|cohort",
      "[as a /in a /as /the /][cohort /retention ][table/matrix/grid]|matrix"),
  COHORT_FIGURES(
      "[队列/起始/每批/各批/同期群/cohort][人数/规模/大小/用户数]|留存人数|留存率|留存|月留存|周留存|日留存|月留存表|周留存表|日留存表|回来的人数|[又/再/再次/重新][付款/支付/购买/买/下单/成交][了/][的/]|[又/再/再次/重新][付款/支付/购买/买/下单/成交][了/][的/][用户/人/买家/]|[的/][比例/占比]|复购[的/]|[各/][占/占多少]",
      "[show /][the /][share/percentage/%] [that/who]|paid again|bought again|repurchased|[the /][cohort/group] [size/sizes]|[how many /number of users who /users who /the number who /][returned/came back/retained/paid again/bought again]|retained users|retention rate|what rate|rate|rates|retention"),
  FIRST_PURCHASE(
      "[首购/首单/首次购买/首次支付/首次付款/首次下单/第一次购买/第一次支付/第一次付款/首次成交][用户/买家/客户/客人/顾客/时间/月/月份/人群/的用户/的买家/的客户/的客人/的人/的顾客/][的/]",
      "[first/first-time/first-ever/first ever] [paid /][purchase/order/payment/buyer/buyers/customers/purchases/purchasers]"),
  // Lifecycle
  LIFECYCLE(
      "[用户/客户/][生命周期/增长核算/活跃结构/生命周期结构][分布/结构/变化/构成/情况/分析/图/状态/表/]",
      "[user/customer/] [lifecycle/life cycle/growth accounting][ breakdown/ analysis/ chart/ table/ stages/ status/ states/ mix/]"),
  // Stickiness
  ACTIVE_DAYS(
      "[用户/][活跃/来访/访问]天数[的/][分布/情况/直方图/分布图/]|[用户/][活跃/来访/访问]频[次/率]的[分布/直方图]|[用户/][活跃/来访/访问]频[次/率][分布/直方图]|[活跃/来][了/过/][几/多少]天",
      "[the /][distribution/histogram] of [active days/days active/activity]|active[ /-]days[ distribution/ histogram/]|days active|[on /]how many days [are/were] [users/people/shoppers/customers] active|[on /]how many days [do/did] [users/people/shoppers/customers] [come/visit/show up]|how often [are/were] [users/people/shoppers/customers] active"),
  ACTIVE_WEEKS(
      "[用户/]活跃周数[的/][分布/情况/直方图/分布图/]|[活跃/来][了/过/][几/多少]周",
      "[the /][distribution/histogram] of active weeks|active[ /-]weeks[ distribution/ histogram/]|weeks active|[in /]how many weeks [are/were] [users/people/shoppers/customers] active"),
  STAGE_NEW("首次活跃|首次来访|新增|新来的|新", "first-ever active|first-time active|first ever active|new"),
  STAGE_RETAINED("留存|留下来的|留下", "retained|returning|still active"),
  STAGE_RESURRECTED("回流|复活", "resurrected|reactivated|revived"),
  STAGE_DORMANT("沉默|沉睡", "dormant|lapsed|gone quiet|inactive"),
  // Who was there in one period, and in another
  PRESENT(
      "[来/活跃/登录/访问/出现/逛/露面/上线/来逛/露][过/了/过面][的/][用户/人/]|[有过/有][行为/活动][的/][用户/人/]|有[活跃/来/行为/访问][的/过/]|活跃的|来的|活跃|在的",
      "[who were/were/was/are/who are/who was/who came/came/showed up/visited/seen/being/] [active/around/here/present][ in/ on/ during/]|[who /]showed up[ in/]|[who /]came[ in/ by in/]|[who /]visited[ in/]"),
  STILL_PRESENT(
      "都[来过/活跃过/来了/活跃/有来/在/还在][的/][用户/人/]|[在/][还/又/也/仍/仍然/依然/继续/还在/再次/又再/接着][来/活跃/登录/访问/出现/在/有来/有活跃/有行为/回来/回访/来访/还在][了/过/的/][用户/人/]|回来[了/过/的][还/]|回访[了/过/的]|还剩[下/][多少/]|还留着的|留下来的|留下的|留存下来的",
      "[still/also/again/and were still/and were/and are still/and are/were still/are still/were again/are again/and still/and also/were also/are also] [active/around/here/present/visiting/there][ again/][ in/ on/ during/]|[came/come/coming/returned/return/were/are/went] back[ again/][ in/ on/ during/]|[showed/show] up again[ in/ on/ during/]|[returned/return/returning/re-engaged/active again/stuck around/stayed/remained active/stayed active][ in/ on/ during/]"),
  /** Buying, in the forms of {@link BuyingWords}. */
  BOUGHT("", ""),
  BOUGHT_AGAIN("", ""),
  NOT_BOUGHT("", ""),
  /** Those of the answer before: how many of those customers bought again. */
  THEM(
      "[其中/他们/她们/他们当中/这些人/那些人/这批人/那批人/这些用户/那些用户/这批用户/这些买家/那些买家/这批买家/这些客户/那些客户/这些客人/这群人][里/里面/里头/中/当中/的/]",
      "[and /][how many /][of /][those/these/them/the same][ customers/ users/ people/ buyers/ shoppers/ ones/]"),
  ABSENT(
      "[没/没有/未/没再/没有再/不再/却没/却没有/但没/但没有/再没/就没/就没有/再也没/一次都没/一次也没/一次都没有/都没][来/活跃/登录/访问/出现/来过/来访/回来/来了/有活跃/有行为/有访问/露面/露过面/上线/逛/来逛][过/的/过的/][用户/人/]|不见了[的/]|消失了[的/]|不来了[的/]",
      "[but /][didn't show up at all/did not show up at all/never came/never showed up/not/weren't/wasn't/were not/was not/aren't/are not/no longer/not active/not seen/inactive/didn't come back/did not come back/didn't return/did not return/didn't show up/did not show up/haven't come back/gone/not be active][ active/ around/ seen/ anymore/][ in/ on/ during/]");

  /** Words that say by themselves that an analysis is meant; the others are heard beside them. */
  private static final Set<AnalysisCue> OPENING =
      Collections.unmodifiableSet(
          EnumSet.of(
              FUNNEL,
              EACH_STEP,
              FROM_FIRST,
              FROM_PREVIOUS,
              MOST_LOST,
              WORST_RATE,
              SAME_SESSION,
              ACTIVE_DAYS,
              ACTIVE_WEEKS,
              PATHS,
              PATHS_FROM,
              PATHS_TO,
              COHORT_TABLE,
              PURCHASE_TABLE,
              MATRIX,
              LIFECYCLE,
              STILL_PRESENT,
              ABSENT,
              BOUGHT_AGAIN,
              NOT_BOUGHT));

  private final String forms;

  AnalysisCue(String zh, String en) {
    this.forms = zh + "|" + en;
  }

  /** The words themselves. */
  List<String> forms() {
    return WordList.words(forms).stream()
        .map(form -> form.strip().replaceAll(" +", " "))
        .filter(form -> !form.isEmpty())
        .distinct()
        .toList();
  }

  boolean opens() {
    return OPENING.contains(this);
  }

  /** As a meaning. */
  public AnalysisWord word() {
    return new AnalysisWord(this);
  }
}
