package io.mingshu.nlq.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.nlq.DemoShop;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.text.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of whatever is typed. */
class CompleterPropertyTest {
  private static final Completer COMPLETER = new Completer(DemoShop.CATALOG);
  private static final List<Name> NAMES = Vocabulary.of(DemoShop.CATALOG, new Normalizer());

  @ParameterizedTest
  @ValueSource(strings = {"demo-shop", "online-retail", "taobao-behavior"})
  void everyNameTypedWholeFindsItself(String catalog) {
    Completer completer = new Completer(CatalogReader.builtIn(catalog));
    for (Name name : Vocabulary.of(CatalogReader.builtIn(catalog), new Normalizer())) {
      String words = name.words();
      Language language = name.zh() ? Language.ZH : Language.EN;
      assertThat(completer.complete(words, words.length(), language, Completer.MOST))
          .as(words)
          .anySatisfy(
              completion -> {
                assertThat(completion.insert()).isEqualToIgnoringCase(words);
                assertThat(completion.from()).isZero();
                assertThat(completion.to()).isEqualTo(words.length());
              });
    }
  }

  @Property(tries = 2_000)
  void everyBeginningOfALabelFindsSomething(@ForAll("beginnings") String beginning) {
    assertThat(
            List.of(Language.values()).stream()
                .flatMap(l -> COMPLETER.complete(beginning, beginning.length(), l, 12).stream()))
        .as(beginning)
        .isNotEmpty();
  }

  @Provide
  Arbitrary<String> beginnings() {
    return Arbitraries.of(NAMES)
        .flatMap(
            name ->
                Arbitraries.integers()
                    .between(1, name.words().length())
                    .map(length -> name.words().substring(0, length).strip())
                    .filter(text -> !text.isEmpty()));
  }

  /** A text and where in it the caret stands. */
  record Typed(String text, int caret) {}

  @Property(tries = 3_000)
  void aCompletionStandsWhereItSays(@ForAll("typed") Typed typed, @ForAll Language language) {
    String text = typed.text();
    List<Completion> offered = COMPLETER.complete(text, typed.caret(), language, 8);

    assertThat(offered).hasSizeLessThanOrEqualTo(8);
    assertThat(new HashSet<>(offered.stream().map(Completion::insert).toList()))
        .as("no duplicates")
        .hasSameSizeAs(offered);
    for (Completion completion : offered) {
      assertThat(completion.from()).isBetween(0, typed.caret());
      assertThat(completion.to()).isBetween(typed.caret(), text.length());
      String applied = completion.appliedTo(text);
      assertThat(applied.startsWith(completion.insert(), completion.from())).isTrue();
      assertThat(applied).startsWith(text.substring(0, completion.from()));
      assertThat(applied).endsWith(text.substring(completion.to()));
    }
  }

  @Provide
  Arbitrary<Typed> typed() {
    List<String> words = new ArrayList<>(List.of(" ", "的", "，", "㎡", "１", "𠮷", "é", "by ", "top"));
    NAMES.forEach(name -> words.add(name.words()));
    Arbitrary<String> word =
        Arbitraries.oneOf(Arbitraries.of(words), Arbitraries.strings().ofMaxLength(3));
    return Combinators.combine(word.list().ofMaxSize(5), Arbitraries.doubles().between(0, 1))
        .as(
            (parts, share) -> {
              String text = String.join("", parts);
              return new Typed(text, (int) Math.round(share * text.length()));
            });
  }
}
