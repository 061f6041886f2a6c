package io.mingshu.seeds.shop;

import java.util.List;

/**
 * The words of the shop's columns; their positions are the codes that the simulation works with.
 */
final class Vocabulary {
  private Vocabulary() {}

  static final List<String> GENDERS = List.of("女", "男", "未知");
  static final List<String> AGE_GROUPS =
      List.of("18岁以下", "18-24岁", "25-34岁", "35-44岁", "45-54岁", "55岁以上");
  static final List<String> CITY_TIERS = List.of("一线", "新一线", "二线", "三线及以下");
  static final List<String> MEMBER_LEVELS = List.of("普通会员", "银卡会员", "金卡会员", "88VIP");

  static final List<String> ACQUISITION_CHANNELS =
      List.of("搜索", "推荐", "直播", "短视频", "社交分享", "站外广告", "线下");
  static final int ACQUIRED_BY_LIVE = 2;
  static final int ACQUIRED_BY_ADS = 5;

  static final List<String> CHANNELS =
      List.of("搜索", "推荐", "直播", "短视频", "活动会场", "站外广告", "社交分享", "直接访问");
  static final int CHANNEL_SEARCH = 0;
  static final int CHANNEL_RECOMMENDED = 1;
  static final int CHANNEL_LIVE = 2;
  static final int CHANNEL_SHORT_VIDEO = 3;
  static final int CHANNEL_CAMPAIGN = 4;
  static final int CHANNEL_DIRECT = 7;

  static final List<String> DEVICES = List.of("iOS", "Android", "H5", "PC");

  static final List<String> EVENT_TYPES =
      List.of("view", "search", "favorite", "cart", "order", "pay", "review", "share");
  static final int VIEW = 0;
  static final int SEARCH = 1;
  static final int FAVORITE = 2;
  static final int CART = 3;
  static final int ORDER = 4;
  static final int PAY = 5;
  static final int REVIEW = 6;
  static final int SHARE = 7;

  static final List<String> PAGES =
      List.of(
          "home",
          "search_result",
          "category",
          "campaign",
          "live",
          "short_video",
          "item",
          "cart",
          "checkout",
          "pay_result");
  static final int PAGE_HOME = 0;
  static final int PAGE_SEARCH_RESULT = 1;
  static final int PAGE_CATEGORY = 2;
  static final int PAGE_CAMPAIGN = 3;
  static final int PAGE_LIVE = 4;
  static final int PAGE_SHORT_VIDEO = 5;
  static final int PAGE_ITEM = 6;
  static final int PAGE_CART = 7;
  static final int PAGE_CHECKOUT = 8;
  static final int PAGE_PAY_RESULT = 9;

  static final List<String> CAMPAIGNS = List.of("", "618", "双11", "双12", "年货节", "38节", "品牌日");
  static final int NO_CAMPAIGN = 0;
  static final int BRAND_DAY = 6;

  /** Experiment and variant as they stand in two columns. */
  static final List<String> EXPERIMENT_COLUMNS =
      List.of(
          ",",
          "home_feed,control",
          "home_feed,treatment",
          "item_reco,A",
          "item_reco,B",
          "item_reco,C");

  static final List<String> STATUSES = List.of("unpaid", "paid", "refunded", "cancelled");
  static final int UNPAID = 0;
  static final int PAID = 1;
  static final int REFUNDED = 2;
  static final int CANCELLED = 3;
}
