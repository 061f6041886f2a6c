package io.mingshu.app.command;

import io.mingshu.semantic.text.Language;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The language of messages: {@code --lang}, else the locale's. */
public final class Speech {
  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      converter = Converter.class,
      description =
          "Language of answers and messages; by default the question's, else the locale's.")
  private @Nullable Language asked;

  /** What {@code --lang} says. */
  public Optional<Language> asked() {
    return Optional.ofNullable(asked);
  }

  Language spoken() {
    return asked().orElseGet(Speech::ofLocale);
  }

  /** The language of a command that was parsed. */
  public static Language of(CommandLine command) {
    return command.getMixins().values().stream()
        .filter(Speech.class::isInstance)
        .map(mixin -> ((Speech) mixin).spoken())
        .findFirst()
        .orElseGet(Speech::ofLocale);
  }

  private static Language ofLocale() {
    return Locale.getDefault().getLanguage().equals("zh") ? Language.ZH : Language.EN;
  }

  static final class Converter implements ITypeConverter<Language> {
    @Override
    public Language convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "zh" -> Language.ZH;
        case "en" -> Language.EN;
        default -> throw new TypeConversionException("'" + value + "' is neither zh nor en");
      };
    }
  }
}
