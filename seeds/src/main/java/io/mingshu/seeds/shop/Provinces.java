package io.mingshu.seeds.shop;

import java.util.List;

/** Where customers live: weights go by population, evened out so that 华东 has 35% of them. */
final class Provinces {
  /** The eastern region is the scene of a planted incident. */
  static final String EAST = "华东";

  private record Province(String name, String region, double weight, int firstTierShare) {}

  private static final List<Province> ALL =
      List.of(
          of("广东", "华南", 11.0, 32),
          of("浙江", EAST, 6.6, 0),
          of("江苏", EAST, 7.6, 0),
          of("山东", EAST, 7.2, 0),
          of("上海", EAST, 3.6, 100),
          of("安徽", EAST, 4.0, 0),
          of("福建", EAST, 3.4, 0),
          of("江西", EAST, 2.6, 0),
          of("北京", "华北", 3.2, 100),
          of("河北", "华北", 5.0, 0),
          of("天津", "华北", 1.4, 0),
          of("山西", "华北", 2.2, 0),
          of("内蒙古", "华北", 1.5, 0),
          of("河南", "华中", 6.2, 0),
          of("湖北", "华中", 4.1, 0),
          of("湖南", "华中", 4.4, 0),
          of("四川", "西南", 5.6, 0),
          of("重庆", "西南", 2.4, 0),
          of("云南", "西南", 2.7, 0),
          of("贵州", "西南", 2.1, 0),
          of("西藏", "西南", 0.2, 0),
          of("广西", "华南", 2.8, 0),
          of("海南", "华南", 0.7, 0),
          of("陕西", "西北", 2.6, 0),
          of("甘肃", "西北", 1.3, 0),
          of("新疆", "西北", 1.3, 0),
          of("宁夏", "西北", 0.5, 0),
          of("青海", "西北", 0.3, 0),
          of("辽宁", "东北", 2.9, 0),
          of("黑龙江", "东北", 2.1, 0),
          of("吉林", "东北", 1.6, 0),
          of("香港", "港澳台", 0.5, 100),
          of("澳门", "港澳台", 0.1, 100),
          of("台湾", "港澳台", 0.5, 60));

  private Provinces() {}

  private static Province of(String name, String region, double weight, int firstTierShare) {
    return new Province(name, region, weight, firstTierShare);
  }

  static String name(int code) {
    return ALL.get(code).name();
  }

  static String region(int code) {
    return ALL.get(code).region();
  }

  static boolean isEast(int code) {
    return ALL.get(code).region().equals(EAST);
  }

  static Weights weights() {
    double east =
        ALL.stream().filter(p -> p.region().equals(EAST)).mapToDouble(Province::weight).sum();
    double others = ALL.stream().mapToDouble(Province::weight).sum() - east;
    return new Weights(
        ALL.stream()
            .mapToDouble(
                p ->
                    p.region().equals(EAST) ? p.weight() / east * 0.35 : p.weight() / others * 0.65)
            .toArray());
  }

  /** The tier of the city, by chance within the province. */
  static int cityTier(int province, double unit) {
    double first = ALL.get(province).firstTierShare() / 100.0;
    if (unit < first) {
      return 0;
    }
    double rest = (unit - first) / (1 - first);
    if (rest < 0.25) {
      return 1;
    }
    return rest < 0.55 ? 2 : 3;
  }
}
