package io.mingshu.gateway.answer;

import io.mingshu.gateway.answer.SegmentsShown.Description;
import io.mingshu.gateway.answer.SegmentsShown.GroupShown;
import io.mingshu.gateway.answer.SegmentsShown.MetricShown;
import io.mingshu.gateway.answer.SegmentsShown.Overlap;
import io.mingshu.gateway.answer.SegmentsShown.ProfileShown;
import io.mingshu.gateway.answer.SegmentsShown.RfmShown;
import io.mingshu.gateway.answer.SegmentsShown.SegmentShown;
import io.mingshu.gateway.answer.SegmentsShown.Size;
import io.mingshu.gateway.answer.SegmentsShown.ValueShown;
import io.mingshu.nlq.wording.SegmentWording;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.Nearest;
import io.mingshu.semantic.catalog.Rfm;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalog's segments: who they are, how many, and how they differ. Thread-safe. */
public final class SegmentView {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentView.class);

  /** Ids of one list. */
  private static final int MOST_IDS = 1_000_000;

  private final SemanticLayer layer;
  private final SegmentWording wording;

  public SegmentView(SemanticLayer layer) {
    this.layer = layer;
    this.wording = new SegmentWording(layer.catalog());
  }

  /**
   * All segments.
   *
   * @param sizes whether people are counted, which takes a query for each
   */
  public SegmentsShown list(boolean sizes, Asked asked) {
    Asking asking = asked.asking();
    Catalog catalog = layer.catalog();
    OptionalLong everybody =
        sizes && catalog.people().isPresent()
            ? OptionalLong.of(count(Optional.empty(), asking))
            : OptionalLong.empty();
    return new SegmentsShown(
        moment(asked),
        everybody,
        catalog.segments().stream().map(segment -> shown(segment, everybody, asking)).toList(),
        catalog.rfm().map(rfm -> shown(rfm, everybody, asking)));
  }

  private SegmentShown shown(Segment segment, OptionalLong everybody, Asking asking) {
    Filter.In members = new Filter.In(segment.name(), List.of("true"), false);
    return new SegmentShown(
        segment.name(),
        segment.label(),
        segment.terms(),
        segment.kind().name().toLowerCase(Locale.ROOT),
        segment.description(),
        wording.of(segment),
        everybody.isPresent()
            ? Optional.of(size(members, everybody.getAsLong(), asking))
            : Optional.empty());
  }

  private RfmShown shown(Rfm rfm, OptionalLong everybody, Asking asking) {
    Map<String, Long> counts =
        everybody.isPresent() ? counts(rfm.name(), Optional.empty(), asking) : Map.of();
    return new RfmShown(
        rfm.name(),
        layer.catalog().dimension(rfm.name()).map(Dimension::label).orElse(Text.same(rfm.name())),
        wording.of(rfm),
        Arrays.stream(Rfm.Group.values())
            .map(
                group ->
                    new GroupShown(
                        group.code(),
                        group.label(),
                        everybody.isPresent()
                            ? Optional.of(
                                sizeOf(
                                    counts.getOrDefault(group.code(), 0L), everybody.getAsLong()))
                            : Optional.empty()))
            .toList());
  }

  /** How many belong to a segment, or to a group of RFM. */
  public Size size(String name, Optional<String> group, Asked asked) {
    Asking asking = asked.asking();
    return size(members(name, group), count(Optional.empty(), asking), asking);
  }

  /**
   * A segment beside everybody.
   *
   * @param name a segment, or RFM
   * @param group which group of RFM
   * @param metrics to compare; none: those that RFM is made of
   */
  public Description describe(
      String name, Optional<String> group, List<String> metrics, Asked asked) {
    Filter.In members = members(name, group);
    Asking asking = asked.asking();
    long everybody = count(Optional.empty(), asking);
    List<String> compared =
        metrics.isEmpty()
            ? layer.catalog().rfm().stream()
                .flatMap(rfm -> List.of(rfm.monetary(), rfm.frequency()).stream())
                .toList()
            : metrics;
    return new Description(
        moment(asked),
        name,
        label(members),
        definition(name),
        size(members, everybody, asking),
        compared.stream().map(metric -> metric(metric, members, asking)).toList(),
        profile(members, asking));
  }

  private MetricShown metric(String name, Filter.In members, Asking asking) {
    MetricQuery query = MetricQuery.of(name);
    Object all = layer.run(query, asking).rows().get(0).get(0);
    Object ofMembers = layer.run(query.withFilter(members), asking).rows().get(0).get(0);
    Metric metric = layer.catalog().metric(name).orElseThrow();
    return new MetricShown(
        name, metric.label(), metric.unit().name().toLowerCase(Locale.ROOT), ofMembers, all);
  }

  private List<ProfileShown> profile(Filter.In members, Asking asking) {
    Optional<String> people =
        layer.catalog().behaviour().flatMap(BehaviourLog::people).map(BehaviourLog.People::fact);
    List<ProfileShown> profile = new ArrayList<>();
    for (Dimension dimension : layer.catalog().dimensions()) {
      boolean ofPeople =
          people.filter(dimension::belongsTo).isPresent()
              && dimension.source() instanceof Dimension.Columns
              && !dimension.personal()
              && !dimension.values().isEmpty();
      if (ofPeople) {
        profile.add(profile(dimension, members, asking));
      }
    }
    return profile;
  }

  private ProfileShown profile(Dimension dimension, Filter.In members, Asking asking) {
    Map<String, Long> all = counts(dimension.name(), Optional.empty(), asking);
    Map<String, Long> own = counts(dimension.name(), Optional.of(members), asking);
    long ofAll = all.values().stream().mapToLong(Long::longValue).sum();
    long ofOwn = own.values().stream().mapToLong(Long::longValue).sum();
    List<ValueShown> values = new ArrayList<>();
    all.forEach(
        (code, number) -> {
          long users = own.getOrDefault(code, 0L);
          Double share = share(users, ofOwn);
          Double shareOfAll = share(number, ofAll);
          values.add(
              new ValueShown(
                  code,
                  dimension.value(code).map(v -> v.label()).orElse(Text.same(code)),
                  users,
                  share,
                  shareOfAll,
                  ratio(share, shareOfAll)));
        });
    return new ProfileShown(dimension.name(), dimension.label(), values);
  }

  /** Two segments beside each other. */
  public Overlap overlap(String first, String second, Asked asked) {
    Filter.In one = members(first, Optional.empty());
    Filter.In other = members(second, Optional.empty());
    Asking asking = asked.asking();
    long ofOne = count(Optional.of(one), asking);
    long ofOther = count(Optional.of(other), asking);
    long both = count(Optional.of(new Filter.And(List.of(one, other))), asking);
    Double ofFirst = share(both, ofOne);
    return new Overlap(
        moment(asked),
        first,
        second,
        ofOne,
        ofOther,
        both,
        ofFirst,
        share(both, ofOther),
        ratio(ofFirst, share(ofOther, count(Optional.empty(), asking))));
  }

  /**
   * The ids of a segment's people.
   *
   * @throws MingshuException with {@code FORBIDDEN} where the asker may not have them
   */
  public List<String> ids(String name, Optional<String> group, Asked asked) {
    Filter.In members = members(name, group);
    Asking asking = asked.asking();
    List<String> ids =
        layer.members(
            members,
            new Asking(
                asking.asOf(),
                asking.principal(),
                new Limits(asking.limits().timeout(), MOST_IDS),
                asking.cancellation(),
                false));
    LOG.info("{} ids of segment {} were given to {}", ids.size(), name, asking.principal().name());
    return ids;
  }

  private Filter.In members(String name, Optional<String> group) {
    Catalog catalog = layer.catalog();
    if (catalog.segment(name).isPresent() && group.isEmpty()) {
      return new Filter.In(name, List.of("true"), false);
    }
    boolean isRfm = catalog.rfm().filter(rfm -> rfm.name().equals(name)).isPresent();
    if (isRfm && group.flatMap(Rfm.Group::of).isPresent()) {
      return new Filter.In(name, List.of(group.orElseThrow()), false);
    }
    String nearest =
        Nearest.to(name, catalog.segments().stream().map(Segment::name).toList()).orElse("");
    throw new MingshuException(
        ErrorCode.NOT_FOUND,
        new Text(
            "没有人群 " + name + group.map(g -> " / " + g).orElse(""),
            "There is no segment " + name + group.map(g -> " / " + g).orElse("")),
        nearest.isEmpty() ? Map.of() : Map.of("suggestion", nearest));
  }

  private Text label(Filter.In members) {
    return layer
        .catalog()
        .dimension(members.dimension())
        .flatMap(dimension -> dimension.value(members.values().get(0)))
        .map(value -> value.label())
        .orElse(Text.same(members.dimension()));
  }

  private Text definition(String name) {
    Catalog catalog = layer.catalog();
    return catalog
        .segment(name)
        .map(wording::of)
        .or(() -> catalog.rfm().map(wording::of))
        .orElse(Text.same(""));
  }

  private Size size(Filter.In members, long everybody, Asking asking) {
    return sizeOf(count(Optional.of(members), asking), everybody);
  }

  private static Size sizeOf(long users, long everybody) {
    return new Size(users, share(users, everybody));
  }

  private MetricQuery people(Optional<Filter> filter) {
    String metric =
        layer
            .catalog()
            .people()
            .map(Metric::name)
            .orElseThrow(
                () ->
                    new MingshuException(
                        ErrorCode.NOT_FOUND,
                        new Text("这份目录没有说明谁是用户", "The catalog does not say who people are")));
    MetricQuery query = MetricQuery.of(metric);
    return filter.map(query::withFilter).orElse(query);
  }

  private long count(Optional<Filter> filter, Asking asking) {
    return number(layer.run(people(filter), asking).rows().get(0).get(0));
  }

  private Map<String, Long> counts(String dimension, Optional<Filter> filter, Asking asking) {
    Map<String, Long> counts = new LinkedHashMap<>();
    layer
        .run(people(filter).withDimensions(List.of(dimension)), asking)
        .rows()
        .forEach(row -> counts.put(String.valueOf(row.get(0)), number(row.get(1))));
    return counts;
  }

  private static long number(@Nullable Object figure) {
    return figure instanceof Number number ? number.longValue() : 0;
  }

  private static @Nullable Double share(long part, long whole) {
    return whole == 0 ? null : (Double) ((double) part / whole);
  }

  private static @Nullable Double ratio(@Nullable Double a, @Nullable Double b) {
    return a == null || b == null || b == 0 ? null : (Double) (a / b);
  }

  private String moment(Asked asked) {
    return Moments.written(asked.asOf(), layer.catalog().zone());
  }
}
