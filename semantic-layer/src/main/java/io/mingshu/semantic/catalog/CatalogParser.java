package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.YamlObject.LocatedTerms;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Text;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the top mappings of one or more files into a catalog. */
final class CatalogParser {
  private static final Pattern CATALOG_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

  private final List<YamlObject> roots;
  private final Draft draft;

  /**
   * @param roots at least one
   */
  CatalogParser(List<YamlObject> roots, Problems problems) {
    this.roots = roots;
    this.draft = new Draft(problems);
  }

  /** The catalog; without meaning where problems were reported. */
  Catalog parse() {
    String name = header("catalog", root -> root.string("catalog")).map(this::name).orElse("");
    Text label = header("label", root -> root.text("label")).orElse(Text.same(""));
    ZoneId zone =
        header("time_zone", root -> root.string("time_zone"))
            .flatMap(this::zone)
            .orElse(ZoneId.of("UTC"));
    DayOfWeek weekStart =
        optionalHeader("week_start", root -> root.choice("week_start", DayOfWeek.class))
            .orElse(DayOfWeek.MONDAY);
    Optional<FiscalYear> fiscalYear =
        optionalHeader("fiscal_year", root -> root.object("fiscal_year"))
            .flatMap(CatalogParser::fiscalYear);
    String currency =
        header("currency", root -> root.string("currency")).map(this::currency).orElse("");
    Period period =
        header("default_period", root -> root.object("default_period"))
            .flatMap(new PeriodParser(draft)::parse)
            .orElse(new Period.All());

    OptionalLong approximateAbove =
        optionalHeader("approximate_distinct_above", r -> r.count("approximate_distinct_above"))
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty());

    requireSection("facts");
    requireSection("metrics");
    each("facts", "fact", this::fact);
    each("dimensions", "dimension", new DimensionParser(draft)::parse);
    each("metrics", "metric", new MetricParser(draft)::parse);
    each("calendar", "calendar entry", new CalendarParser(draft)::parse);
    each("ambiguities", "ambiguity", this::ambiguity);
    each("unavailable", "unavailable word", this::unavailable);
    each("rollups", "rollup", new RollupParser(draft)::parse);
    Optional<BehaviourLog> behaviour =
        optionalHeader("behaviour", root -> root.object("behaviour"))
            .flatMap(new BehaviourLogParser(draft)::parse);
    each("funnels", "funnel", new FunnelParser(draft, behaviour)::parse);
    each("segments", "segment", new SegmentParser(draft, behaviour)::parse);
    Optional<Rfm> rfm =
        optionalHeader("rfm", root -> root.object("rfm"))
            .flatMap(new RfmParser(draft, behaviour)::parse);
    Set<String> idExporters = whoMay("may_export_ids");
    Set<String> editors = whoMay("may_edit");
    Aliases aliases = new Aliases(draft);
    each("aliases", "alias", aliases::parse);
    aliases.addToValues();
    each("verified", "verified question", new VerifiedParser(draft)::parse);
    each("boards", "board", new BoardParser(draft)::parse);
    each("examples", "example", this::example);
    roots.forEach(YamlObject::close);

    for (Dimension dimension : draft.dimensions) {
      for (DimensionValue value : dimension.values()) {
        if (!draft.isDeclared(Draft.Kind.VALUE, value.code())) {
          draft.declare(
              Draft.Kind.VALUE,
              new Located<>(value.code(), draft.at(Draft.Kind.DIMENSION, dimension.name())));
        }
      }
    }
    draft.reportUnknownReferences();
    new MetricChecks(draft).run();
    new WordChecks(draft).run();
    return new Catalog(
        name,
        label,
        zone,
        weekStart,
        fiscalYear,
        currency,
        period,
        draft.facts,
        draft.dimensions,
        draft.metrics,
        draft.calendar,
        draft.ambiguities,
        draft.unavailable,
        draft.rollups,
        approximateAbove,
        draft.verified,
        behaviour,
        draft.funnels,
        draft.segments,
        rfm,
        idExporters,
        editors,
        draft.boards,
        draft.examples);
  }

  private static Optional<FiscalYear> fiscalYear(YamlObject object) {
    Optional<Month> start = object.requiredChoice("start", Month.class);
    boolean namedByEnd =
        object.choice("named_by", FiscalYearName.class).orElse(FiscalYearName.END)
            == FiscalYearName.END;
    object.close();
    return start.map(month -> new FiscalYear(month, namedByEnd));
  }

  /** Which calendar year's number a fiscal year has: that of its first or of its last day. */
  private enum FiscalYearName {
    START,
    END
  }

  private void fact(YamlObject object) {
    Optional<Located<String>> name = Names.read(object, draft, Draft.Kind.FACT);
    Text label = object.requiredText("label");
    Optional<Located<String>> table = object.requiredString("table");
    object.requirePresent("times");
    List<String> times = object.strings("times").stream().map(Located::value).toList();
    if (times.isEmpty() && object.has("times")) {
      object.problem(
          ProblemCode.BAD_VALUE, object.positionOf("times"), "a fact has at least one time column");
    }
    Optional<String> where = object.string("where").flatMap(draft::condition).map(Expression::text);
    object.close();
    name.ifPresent(
        found ->
            draft.facts.add(
                new Fact(
                    found.value(), label, table.map(Located::value).orElse(""), times, where)));
  }

  private void ambiguity(YamlObject object) {
    object.requirePresent("terms");
    LocatedTerms terms = object.terms("terms");
    Text question = object.requiredText("question");
    List<Located<String>> metrics = object.strings("metrics");
    metrics.forEach(metric -> draft.refer(Draft.Kind.METRIC, metric));
    object.close();
    requireWords(object, terms);
    draft.words(Draft.Role.AMBIGUITY, "ambiguity " + object.position(), "", terms);
    draft.ambiguities.add(
        new Ambiguity(terms.terms(), question, metrics.stream().map(Located::value).toList()));
  }

  private void unavailable(YamlObject object) {
    object.requirePresent("terms");
    LocatedTerms terms = object.terms("terms");
    Text reason = object.requiredText("reason");
    List<Located<String>> nearest = object.strings("nearest");
    nearest.forEach(metric -> draft.refer(Draft.Kind.METRIC, metric));
    object.close();
    requireWords(object, terms);
    draft.words(Draft.Role.UNAVAILABLE, "unavailable " + object.position(), "", terms);
    draft.unavailable.add(
        new Unavailable(terms.terms(), reason, nearest.stream().map(Located::value).toList()));
  }

  private static void requireWords(YamlObject object, LocatedTerms terms) {
    if (object.has("terms") && terms.all().isEmpty()) {
      object.problem(ProblemCode.BAD_VALUE, object.positionOf("terms"), "'terms' has no words");
    }
  }

  private void example(YamlObject object) {
    String zh = object.requiredString("zh").map(Located::value).orElse("");
    String en = object.requiredString("en").map(Located::value).orElse("");
    object.close();
    draft.examples.add(new Text(zh, en));
  }

  private Set<String> whoMay(String key) {
    return optionalHeader(key, root -> Optional.of(root.strings(key).stream()))
        .map(names -> names.map(Located::value).collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  private void each(String section, String element, Consumer<YamlObject> parse) {
    for (YamlObject root : roots) {
      root.objects(section, element).forEach(parse);
    }
  }

  private void requireSection(String section) {
    if (roots.stream().noneMatch(root -> root.has(section))) {
      roots.get(0).requirePresent(section);
    }
  }

  private <T> Optional<T> header(String key, Function<YamlObject, Optional<T>> read) {
    if (roots.stream().noneMatch(root -> root.has(key))) {
      roots.get(0).requirePresent(key);
    }
    return optionalHeader(key, read);
  }

  private <T> Optional<T> optionalHeader(String key, Function<YamlObject, Optional<T>> read) {
    List<YamlObject> having = roots.stream().filter(root -> root.has(key)).toList();
    for (int i = 1; i < having.size(); i++) {
      draft.problems.add(
          ProblemCode.DUPLICATE_NAME,
          having.get(i).positionOf(key),
          "'" + key + "' is already given in " + having.get(0).position().file());
    }
    return having.isEmpty() ? Optional.empty() : read.apply(having.get(0));
  }

  private String name(Located<String> name) {
    if (!CATALOG_NAME.matcher(name.value()).matches()) {
      draft.problems.add(
          ProblemCode.BAD_VALUE,
          name.at(),
          "the catalog's name '" + name.value() + "' may only have a-z, 0-9 and hyphens");
    }
    return name.value();
  }

  private Optional<ZoneId> zone(Located<String> name) {
    try {
      return Optional.of(ZoneId.of(name.value()));
    } catch (DateTimeException e) {
      draft.problems.addUnknown(
          ProblemCode.BAD_VALUE,
          name.at(),
          "time zone",
          name.value(),
          ZoneId.getAvailableZoneIds());
      return Optional.empty();
    }
  }

  private String currency(Located<String> code) {
    try {
      return Currency.getInstance(code.value()).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      draft.problems.add(
          ProblemCode.BAD_VALUE,
          code.at(),
          "'" + code.value() + "' is not an ISO 4217 currency code, such as CNY");
      return "";
    }
  }
}
