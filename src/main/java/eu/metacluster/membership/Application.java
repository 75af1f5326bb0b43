package eu.metacluster.membership;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to apply.
 *
 * @param ror nine characters, without the address before it
 * @param pic nine digits
 */
record Application(
    String name,
    EntityType type,
    String country,
    String website,
    @Nullable String ror,
    @Nullable String pic,
    String about) {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 2000;

  static Application of(Map<String, String> form) {
    String ror =
        typed(form, "ror").replaceFirst("^https?://ror\\.org/", "").toLowerCase(Locale.ROOT);
    String pic = typed(form, "pic");
    return new Application(
        typed(form, "name"),
        type(typed(form, "type")),
        typed(form, "country").toUpperCase(Locale.ROOT),
        typed(form, "website"),
        ror.isEmpty() ? null : ror,
        pic.isEmpty() ? null : pic,
        typed(form, "about"));
  }

  private static String typed(Map<String, String> form, String field) {
    return form.getOrDefault(field, "").replace("\0", "").strip();
  }

  private static EntityType type(String word) {
    for (EntityType each : EntityType.values()) {
      if (each.name().equals(word)) {
        return each;
      }
    }
    return EntityType.CLUSTER;
  }

  /** What cannot be used, by field, as bundle keys. */
  Map<String, String> errors() {
    Map<String, String> errors = new LinkedHashMap<>();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      errors.put("name", "membership.error.name");
    }
    if (!java.util.Set.of(Locale.getISOCountries()).contains(country)) {
      errors.put("country", "membership.error.country");
    }
    if (!website.isEmpty() && !website.matches("https?://[^\\s<>\"]{3,300}")) {
      errors.put("website", "membership.error.website");
    }
    if (ror != null && !ror.matches("0[a-z0-9]{6}[0-9]{2}")) {
      errors.put("ror", "membership.error.ror");
    }
    if (pic != null && !pic.matches("[0-9]{9}")) {
      errors.put("pic", "membership.error.pic");
    }
    if (about.length() > LONGEST_TEXT) {
      errors.put("about", "membership.error.about");
    }
    return errors;
  }
}
