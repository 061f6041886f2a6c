package io.mingshu.nlq.grammar;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;

import io.mingshu.nlq.chart.Match;
import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.Parts.FilterPart;
import io.mingshu.nlq.grammar.Parts.LiftPart;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.nlq.lexicon.Words.CampaignWord;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.DimensionWord;
import io.mingshu.nlq.lexicon.Words.ValueWord;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import java.util.List;
import java.util.Optional;

/** Values, alone and in lists, wanted and excluded. */
final class ValueRules {
  /** A value whose dimension is said beside it needs no guessing. */
  private static final double SAID_GAIN = -0.9;

  /** The word between them may as well begin another part. */
  private static final double APART_COST = 0.6;

  private final Catalog catalog;
  private final Optional<String> campaignDimension;

  ValueRules(Catalog catalog) {
    this.catalog = catalog;
    this.campaignDimension =
        catalog.dimensions().stream()
            .filter(
                d ->
                    catalog.calendar().stream()
                        .flatMap(e -> e.dimensionValue().stream())
                        .anyMatch(v -> d.value(v).isPresent()))
            .map(Dimension::name)
            .findFirst();
  }

  List<Stratum> strata() {
    return List.of(singles(), lifted(), new ValueLists(), counted(), negated());
  }

  /** A value with the noun that goes with it: 直播渠道, the livestream channel, 女性用户. */
  private Stratum singles() {
    Slot<ValueWord> value = Slot.of(ValueWord.class);
    Slot<DimensionWord> dimension = Slot.of(DimensionWord.class);
    Slot<CueWord> noun = Cue.any(Cue.PLACE, Cue.GOODS, Cue.CLASS_NOUN);
    Slot<ValueWord> ofPeople = Slot.of(ValueWord.class, this::isSaidOfPeople);
    Slot<CueWord> the = Cue.any(Cue.THE);
    Slot<CueWord> of = Cue.any(Cue.OF);
    Slot<CueWord> is = Cue.any(Cue.IS, Cue.OF);
    Slot<CueWord> being = Cue.any(Cue.IS);
    Slot<CampaignWord> campaign = Slot.of(CampaignWord.class);
    Slot<ValueWord> campaignValue =
        Slot.of(ValueWord.class, v -> campaignDimension.filter(v.dimension()::equals).isPresent());
    Slot<CueWord> tag = Cue.any(Cue.TAGGED);
    Slot<ValueWord> segment =
        Slot.of(ValueWord.class, v -> catalog.segment(v.dimension()).isPresent());
    Slot<CueWord> campaignNoun = Cue.any(Cue.GOODS, Cue.PLACE);
    Slot<DimensionWord> campaignWord =
        Slot.of(
            DimensionWord.class, d -> campaignDimension.filter(d.dimension()::equals).isPresent());
    return Rules.of(
        when(value).gives(m -> part(m.get(value))),
        when(value, noun).gives(m -> part(m.get(value))),
        when(ofPeople, optional(of), Cue.any(Cue.PEOPLE)).gives(m -> part(m.get(ofPeople))),
        when(value, dimension).mayGive(m -> agreeing(m, value, dimension)).costing(SAID_GAIN),
        // 家居类目下
        when(value, dimension, Cue.any(Cue.INSIDE)).mayGive(m -> agreeing(m, value, dimension)),
        // 手机这个子类
        when(value, Cue.any(Cue.THAT_ONE), dimension)
            .mayGive(m -> agreeing(m, value, dimension))
            .costing(SAID_GAIN),
        when(ofPeople, dimension, Cue.any(Cue.PEOPLE))
            .mayGive(m -> agreeing(m, ofPeople, dimension)),
        when(dimension, optional(being), optional(the), value)
            .mayGive(m -> agreeing(m, value, dimension))
            .costing(SAID_GAIN),
        // Province of Guangdong; but by experiment variant for the control group: two parts.
        when(dimension, of, optional(the), value)
            .mayGive(m -> agreeing(m, value, dimension))
            .costing(APART_COST),
        when(dimension, optional(is), optional(the), ofPeople, Cue.any(Cue.PEOPLE))
            .mayGive(m -> agreeing(m, ofPeople, dimension))
            .costing(SAID_GAIN),
        // 活动标签不是双11
        when(Cue.any(Cue.TAGGED), Cue.any(Cue.NOT), campaign)
            .mayGive(m -> campaign(m.get(campaign)).map(ValueRules::negated)),
        when(campaignWord, Cue.any(Cue.NOT), campaign)
            .mayGive(m -> campaign(m.get(campaign)).map(ValueRules::negated)),
        when(Cue.any(Cue.TAGGED), campaign).mayGive(m -> campaign(m.get(campaign))),
        when(campaignWord, optional(is), campaign).mayGive(m -> campaign(m.get(campaign))),
        when(campaign, optional(campaignWord), Cue.any(Cue.TAGGED, Cue.BROUGHT))
            .mayGive(m -> campaign(m.get(campaign)))
            .costing(SAID_GAIN),
        when(Cue.any(Cue.BEARING, Cue.MARKED), optional(the), campaign, optional(campaignWord), tag)
            .mayGive(m -> campaign(m.get(campaign)))
            .costing(SAID_GAIN),
        when(
                Cue.any(Cue.BEARING, Cue.MARKED),
                optional(the),
                segment,
                tag,
                optional(Cue.any(Cue.PEOPLE)))
            .gives(m -> part(m.get(segment)))
            .costing(SAID_GAIN),
        // 沉默用户标签 is the segment's name already.
        when(Cue.any(Cue.MARKED), segment).gives(m -> part(m.get(segment))).costing(SAID_GAIN),
        when(Cue.any(Cue.BROUGHT), optional(the), campaign, optional(campaignNoun))
            .mayGive(m -> campaign(m.get(campaign)))
            .costing(SAID_GAIN),
        when(Cue.any(Cue.TAGGED, Cue.BROUGHT), optional(the), campaignValue)
            .gives(m -> part(m.get(campaignValue))),
        when(campaignValue, Cue.any(Cue.TAGGED, Cue.BROUGHT))
            .gives(m -> part(m.get(campaignValue))),
        when(
                Cue.any(Cue.EXCLUDING, Cue.EXCEPT_OPEN),
                campaign,
                optional(campaignWord),
                optional(Cue.any(Cue.EXCEPT_CLOSE)))
            .mayGive(m -> campaign(m.get(campaign)).map(ValueRules::negated)));
  }

  /**
   * Whether people are so, or come so: women, people on iOS. An order may be unpaid; whoever has an
   * unpaid one is nobody who has not paid.
   */
  private boolean isSaidOfPeople(ValueWord value) {
    Optional<Dimension> dimension = catalog.dimension(value.dimension());
    return catalog
        .behaviour()
        .map(
            log ->
                dimension
                    .filter(
                        d ->
                            d.belongsTo(log.fact())
                                || log.people().filter(p -> d.belongsTo(p.fact())).isPresent())
                    .isPresent())
        .orElse(true);
  }

  /** 不限省份, 去掉广东的筛选, drop the iOS filter. */
  private static Stratum lifted() {
    Slot<ValueWord> value = Slot.of(ValueWord.class);
    Slot<DimensionWord> dimension = Slot.of(DimensionWord.class);
    Slot<CueWord> the = Cue.any(Cue.THE);
    Slot<CueWord> lift = Cue.any(Cue.LIFT);
    Slot<CueWord> noun = Cue.any(Cue.FILTER_NOUN);
    Slot<CueWord> unlimited = Cue.any(Cue.UNLIMITED);
    return Rules.of(
        when(unlimited, optional(the), value)
            .gives(m -> new LiftPart(m.get(value).dimension(), m.get(value).codes())),
        when(unlimited, optional(the), dimension)
            .gives(m -> new LiftPart(m.get(dimension).dimension(), List.of())),
        when(lift, optional(the), value, noun)
            .gives(m -> new LiftPart(m.get(value).dimension(), m.get(value).codes())),
        when(lift, optional(the), dimension, noun)
            .gives(m -> new LiftPart(m.get(dimension).dimension(), List.of())));
  }

  /** 北京、上海、广东三地: the number must agree. */
  private static Stratum counted() {
    Slot<FilterPart> list = Slot.of(FilterPart.class, f -> f.codes().size() > 1);
    Slot<NumberWord> number = Slot.of(NumberWord.class, n -> n.isWholeWithin(2, 40));
    Slot<CueWord> place = Cue.any(Cue.PLACES, Cue.PLACE, Cue.ITEM_COUNT);
    Slot<DimensionWord> dimension = Slot.of(DimensionWord.class);
    Slot<FilterPart> single = Slot.of(FilterPart.class, f -> f.mentions() == 1);
    Slot<NumberWord> one = Slot.of(NumberWord.class, n -> n.isWholeWithin(1, 1));
    return Rules.of(
        // 美妆一个类目
        when(single, one, optional(place), dimension)
            .mayGive(
                m ->
                    m.get(single).dimension().equals(m.get(dimension).dimension())
                        ? Optional.of(m.get(single))
                        : Optional.empty()),
        when(list, optional(Cue.any(Cue.THAT_ONE, Cue.THOSE)), number, optional(place), dimension)
            .mayGive(
                m ->
                    agrees(m, list, number)
                            && m.get(list).dimension().equals(m.get(dimension).dimension())
                        ? Optional.of(m.get(list))
                        : Optional.empty()),
        when(list, number, Cue.any(Cue.PLACES, Cue.PLACE))
            .mayGive(m -> agrees(m, list, number) ? Optional.of(m.get(list)) : Optional.empty()));
  }

  private static boolean agrees(Match m, Slot<FilterPart> list, Slot<NumberWord> number) {
    FilterPart values = m.get(list);
    int count = m.get(number).intValue();
    return count == values.mentions() || (values.mentions() == 1 && count == values.codes().size());
  }

  private static Stratum negated() {
    Slot<FilterPart> values = Slot.of(FilterPart.class, f -> !f.negated());
    Slot<CueWord> the = Cue.any(Cue.THE, Cue.OF);
    Slot<CueWord> from = Cue.any(Cue.OF);
    Slot<CueWord> close = Cue.any(Cue.EXCEPT_CLOSE);
    Slot<CueWord> of = Cue.any(Cue.OF);
    Slot<DimensionWord> again = Slot.of(DimensionWord.class);
    Slot<CueWord> people = Cue.any(Cue.PEOPLE);
    return Rules.of(
        when(Cue.any(Cue.EXCLUDING), optional(from), optional(the), values)
            .gives(m -> negated(m.get(values))),
        when(Cue.any(Cue.NOT), optional(from), optional(the), values)
            .gives(m -> negated(m.get(values))),
        when(Cue.any(Cue.EXCEPT_OPEN), values, optional(close), optional(of), optional(again))
            .mayGive(m -> closed(m, values, again)),
        when(
                Cue.any(Cue.EXCEPT_OPEN, Cue.EXCLUDING),
                values,
                optional(close),
                Cue.any(Cue.OTHER),
                optional(again))
            .mayGive(m -> closed(m, values, again)),
        when(Cue.any(Cue.EXCEPT_OPEN), values, close, optional(of), people)
            .gives(m -> negated(m.get(values))),
        when(Cue.any(Cue.LEAVE), optional(the), values, Cue.any(Cue.OUT))
            .gives(m -> negated(m.get(values))),
        when(values, close, optional(of), optional(again)).mayGive(m -> closed(m, values, again)),
        // 88VIP以外的人
        when(values, close, optional(of), people).gives(m -> negated(m.get(values))),
        when(values, optional(of), Cue.any(Cue.EXCLUDED_AFTER))
            .gives(m -> negated(m.get(values)))
            .costing(0.6),
        // People aged 25 to 34, users from Guangdong.
        when(Cue.any(Cue.PEOPLE), optional(from), values).gives(m -> m.get(values)).costing(0.2),
        when(Cue.any(Cue.BY), optional(the), values).gives(m -> m.get(values)).costing(0.9),
        when(Cue.any(Cue.ONLY), optional(from), optional(the), values).gives(m -> m.get(values)),
        when(values, Cue.any(Cue.THEY)).gives(m -> m.get(values)),
        when(values, Cue.any(Cue.ONLY_AFTER)).gives(m -> m.get(values)));
  }

  private static Optional<FilterPart> closed(
      Match m, Slot<FilterPart> values, Slot<DimensionWord> again) {
    FilterPart part = m.get(values);
    boolean other = m.find(again).filter(d -> !d.dimension().equals(part.dimension())).isPresent();
    return other ? Optional.empty() : Optional.of(negated(part));
  }

  private static FilterPart part(ValueWord value) {
    return new FilterPart(value.dimension(), value.codes(), false, 1, value.ask());
  }

  private static FilterPart negated(FilterPart part) {
    return new FilterPart(part.dimension(), part.codes(), true, part.mentions(), part.ask());
  }

  private static Optional<FilterPart> agreeing(
      Match m, Slot<ValueWord> value, Slot<DimensionWord> dimension) {
    return m.get(value).dimension().equals(m.get(dimension).dimension())
        ? Optional.of(part(m.get(value)))
        : Optional.empty();
  }

  private Optional<FilterPart> campaign(CampaignWord campaign) {
    return campaignDimension.flatMap(
        dimension ->
            campaign
                .value()
                .map(code -> new FilterPart(dimension, List.of(code), false, 1, false)));
  }
}
