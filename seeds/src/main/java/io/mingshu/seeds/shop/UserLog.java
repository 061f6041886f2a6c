package io.mingshu.seeds.shop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes the users. */
final class UserLog {
  private static final String HEADER =
      "user_id,signup_time,gender,age_group,province,region,city_tier,member_level,"
          + "acquisition_channel";

  private UserLog() {}

  static void write(Path file, Population people) throws IOException {
    try (CsvOut out = new CsvOut(file, HEADER)) {
      for (int user = 0; user < people.size; user++) {
        out.id('u', user + 1L, 7);
        out.comma();
        out.instant(people.signup[user]);
        word(out, Vocabulary.GENDERS, people.gender[user]);
        word(out, Vocabulary.AGE_GROUPS, people.age[user]);
        word(out, Provinces.name(people.province[user]));
        word(out, Provinces.region(people.province[user]));
        word(out, Vocabulary.CITY_TIERS, people.cityTier[user]);
        word(out, Vocabulary.MEMBER_LEVELS, people.level[user]);
        word(out, Vocabulary.ACQUISITION_CHANNELS, people.acquisition[user]);
        out.end();
      }
    }
  }

  private static void word(CsvOut out, List<String> words, int code) {
    word(out, words.get(code));
  }

  private static void word(CsvOut out, String value) {
    out.comma();
    out.text(value.getBytes(StandardCharsets.UTF_8));
  }
}
