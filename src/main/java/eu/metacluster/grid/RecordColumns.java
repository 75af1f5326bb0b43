package eu.metacluster.grid;

import eu.metacluster.platform.CopyRows;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Writes the derived columns of {@code grid.record}: one list of them for COPY and for UPDATE. */
final class RecordColumns {

  /** Characters of a slug. */
  static final int LONGEST_SLUG = 48;

  private static final List<String> DERIVED =
      List.of(
          "title",
          "acronym",
          "status",
          "start_date",
          "end_date",
          "total_cost",
          "contribution",
          "framework",
          "scheme",
          "programmes",
          "calls",
          "activity",
          "city",
          "country",
          "nuts",
          "latitude",
          "longitude",
          "pillars",
          "technologies",
          "cancers");

  static final String COPY =
      "grid.record (id, kind, handle, state, created_at, changed_at, "
          + String.join(", ", DERIVED)
          + ")";

  static final String UPDATE =
      "update grid.record set changed_at = :changed_at, "
          + DERIVED.stream()
              .map(column -> column + " = :" + column + cast(column))
              .collect(Collectors.joining(", "))
          + " where id = :id";

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");

  private RecordColumns() {}

  private static String cast(String column) {
    return switch (column) {
      case "programmes", "calls", "pillars", "technologies", "cancers" -> "::text[]";
      case "start_date", "end_date" -> "::date";
      case "total_cost", "contribution" -> "::numeric";
      case "latitude", "longitude" -> "::float8";
      default -> "::text";
    };
  }

  static void copy(CopyRows rows, ShownValues shown, String title) {
    rows.add(title)
        .add(shown.one(Field.ACRONYM))
        .add(shown.one(Field.STATUS))
        .add(shown.date(Field.START_DATE))
        .add(shown.date(Field.END_DATE))
        .add(shown.money(Field.TOTAL_COST))
        .add(shown.money(Field.CONTRIBUTION))
        .add(shown.one(Field.FRAMEWORK))
        .add(shown.one(Field.SCHEME))
        .add(shown.all(Field.PROGRAMME))
        .add(shown.all(Field.CALL))
        .add(shown.one(Field.ACTIVITY))
        .add(shown.one(Field.CITY))
        .add(shown.one(Field.COUNTRY))
        .add(shown.one(Field.NUTS))
        .add(shown.coordinate(0))
        .add(shown.coordinate(1))
        .add(shown.all(Field.PILLAR))
        .add(shown.all(Field.TECHNOLOGY))
        .add(shown.all(Field.CANCER))
        .end();
  }

  static MapSqlParameterSource parameters(UUID id, ShownValues shown, String title) {
    return new MapSqlParameterSource("id", id)
        .addValue("title", title)
        .addValue("acronym", shown.one(Field.ACRONYM))
        .addValue("status", shown.one(Field.STATUS))
        .addValue("start_date", shown.date(Field.START_DATE))
        .addValue("end_date", shown.date(Field.END_DATE))
        .addValue("total_cost", shown.money(Field.TOTAL_COST))
        .addValue("contribution", shown.money(Field.CONTRIBUTION))
        .addValue("framework", shown.one(Field.FRAMEWORK))
        .addValue("scheme", shown.one(Field.SCHEME))
        .addValue("programmes", array(shown, Field.PROGRAMME))
        .addValue("calls", array(shown, Field.CALL))
        .addValue("activity", shown.one(Field.ACTIVITY))
        .addValue("city", shown.one(Field.CITY))
        .addValue("country", shown.one(Field.COUNTRY))
        .addValue("nuts", shown.one(Field.NUTS))
        .addValue("latitude", shown.coordinate(0))
        .addValue("longitude", shown.coordinate(1))
        .addValue("pillars", array(shown, Field.PILLAR))
        .addValue("technologies", array(shown, Field.TECHNOLOGY))
        .addValue("cancers", array(shown, Field.CANCER));
  }

  private static String[] array(ShownValues shown, Field field) {
    return shown.all(field).toArray(String[]::new);
  }

  /** The words of an address: lower-case Latin letters, digits and hyphens, at most so long. */
  static String slug(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String folded = GAPS.matcher(MARKS.matcher(plain).replaceAll("")).replaceAll("-");
    String cut = folded.length() > LONGEST_SLUG ? folded.substring(0, LONGEST_SLUG) : folded;
    return Stream.of(cut.split("-", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining("-"));
  }
}
