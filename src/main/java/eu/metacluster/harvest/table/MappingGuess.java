package eu.metacluster.harvest.table;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.table.TableMapping.Column;
import eu.metacluster.harvest.values.Nations;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses what the columns of a table are. */
final class MappingGuess {

  private static final double NEARLY_ALL = 0.8;
  private static final double SOME = 0.2;

  private static final Pattern DOI =
      Pattern.compile("(?i)(?:https?://(?:dx\\.)?doi\\.org/|doi:)?10\\.\\d{4,9}/\\S+");
  private static final Pattern WEB = Pattern.compile("(?i)(?:https?://|www\\.)\\S+");
  private static final Pattern ROR = Pattern.compile("(?i)(?:https?://)?ror\\.org/0[a-z0-9]{8}");
  private static final Pattern PIC = Pattern.compile("(?:9\\d{8}|[18]\\d{8})");
  private static final Pattern NUTS = Pattern.compile("[A-Z]{2}[0-9][0-9A-Z]{0,2}");
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}.{0,20}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}.{0,12}|\\d{8}T\\d{6}Z?");
  private static final Pattern MONEY =
      Pattern.compile(
          "(?i)(?:€|\\$|£|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN)\\s?[\\d.,'\\s]+|[\\d.,'\\s]+(?:€|\\$|£|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN)");
  private static final Pattern PERSON =
      Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+|\\+?[\\d ()./-]{9,20}");
  private static final Pattern MONTH_SECOND =
      Pattern.compile("(?:1[3-9]|2\\d|3[01])[./-]\\d{1,2}[./-]\\d{4}.*");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\d{1,2}[./-](?:1[3-9]|2\\d|3[01])[./-]\\d{4}.*");

  private final List<String> heading;
  private final List<List<String>> sample;
  private final Set<Field> used = EnumSet.noneOf(Field.class);

  MappingGuess(List<String> heading, List<List<String>> sample) {
    this.heading = heading;
    this.sample = sample;
  }

  TableMapping mapping() {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < heading.size(); i++) {
      Field field = field(i);
      boolean again = field != null && !field.many() && !used.add(field);
      fields.add(again ? null : field);
    }
    RecordKind kind = kind();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < heading.size(); i++) {
      Field field = timed(fields.get(i), kind);
      columns.add(new Column(heading.get(i), field, field == null ? "" : separator(field, i)));
    }
    return new TableMapping(kind, id(fields), dayFirst(), columns);
  }

  private List<String> values(int column) {
    List<String> values = new ArrayList<>();
    for (List<String> row : sample) {
      String value = column < row.size() ? row.get(column).strip() : "";
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }

  private boolean mostly(int column, Predicate<String> test) {
    List<String> values = values(column);
    return !values.isEmpty() && values.stream().filter(test).count() >= NEARLY_ALL * values.size();
  }

  private boolean mostly(int column, Pattern pattern) {
    return mostly(column, value -> pattern.matcher(value).matches());
  }

  private @Nullable Field field(int column) {
    if (ColumnNames.person(heading.get(column))) {
      return null;
    }
    Field named = ColumnNames.field(heading.get(column));
    if (named != null) {
      return fits(named, column) ? named : null;
    }
    return ColumnNames.id(heading.get(column)) ? null : byValues(column);
  }

  /** A name that the values plainly contradict says nothing. */
  private boolean fits(Field named, int column) {
    if (values(column).isEmpty()) {
      return true;
    }
    return switch (named) {
      case URL -> mostly(column, v -> v.contains(".") && !v.contains(" "));
      case PIC -> mostly(column, v -> v.matches("\\d{9}"));
      case DOI -> mostly(column, DOI);
      case TOTAL_COST, CONTRIBUTION, BUDGET -> mostly(column, v -> v.matches(".*\\d.*"));
      default -> !mostly(column, v -> v.contains("@"));
    };
  }

  private @Nullable Field byValues(int column) {
    if (mostly(column, DOI)) {
      return Field.DOI;
    } else if (mostly(column, ROR)) {
      return Field.ROR;
    } else if (mostly(column, WEB)) {
      return Field.URL;
    } else if (mostly(column, PIC)) {
      return Field.PIC;
    } else if (mostly(column, DATE)) {
      return used.contains(Field.START_DATE) ? Field.END_DATE : Field.START_DATE;
    } else if (mostly(column, MONEY)) {
      return Field.TOTAL_COST;
    } else if (mostly(column, NUTS)) {
      return Field.NUTS;
    } else if (mostly(column, value -> !Nations.iso(value).isEmpty())) {
      return Field.COUNTRY;
    }
    return mostly(column, PERSON) ? null : prose(column);
  }

  /** The longest texts are what the row's thing is about, when no column says so by its name. */
  private @Nullable Field prose(int column) {
    return mostly(column, value -> value.length() > 200) ? Field.SUMMARY : null;
  }

  private RecordKind kind() {
    if (used.contains(Field.DEADLINE) || named("deadline", "date limite", "echeance")) {
      return RecordKind.CALL;
    }
    boolean event =
        used.contains(Field.VENUE)
            || used.contains(Field.STARTS_AT)
            || used.contains(Field.ATTENDANCE);
    if (event) {
      return named("course", "cours", "formation", "training")
          ? RecordKind.TRAINING
          : RecordKind.EVENT;
    }
    if (used.contains(Field.DOI) || used.contains(Field.CONTAINER) || used.contains(Field.AUTHOR)) {
      return RecordKind.OUTPUT;
    }
    boolean project =
        used.contains(Field.ACRONYM)
            || used.contains(Field.START_DATE)
            || used.contains(Field.GRANT);
    boolean organisation =
        used.contains(Field.PIC)
            || used.contains(Field.ROR)
            || used.contains(Field.VAT)
            || named("organisation", "organization", "institution", "raison sociale", "legal name");
    return organisation && !project ? RecordKind.ORGANISATION : RecordKind.PROJECT;
  }

  private boolean named(String... words) {
    Set<String> names = new HashSet<>();
    heading.forEach(name -> names.add(ColumnNames.folded(name)));
    return Set.of(words).stream().anyMatch(names::contains);
  }

  /** Beginning and end of an event are times, those of all else are days. */
  private static @Nullable Field timed(@Nullable Field field, RecordKind kind) {
    boolean event = kind == RecordKind.EVENT || kind == RecordKind.TRAINING;
    if (field == null) {
      return null;
    }
    return switch (field) {
      case START_DATE, STARTS_AT -> event ? Field.STARTS_AT : Field.START_DATE;
      case END_DATE, ENDS_AT -> event ? Field.ENDS_AT : Field.END_DATE;
      default -> field;
    };
  }

  private String separator(Field field, int column) {
    if (!field.many() && field != Field.KEYWORDS) {
      return "";
    }
    List<String> values = values(column);
    for (String separator : List.of(";", "|", "\n")) {
      long having = values.stream().filter(value -> value.contains(separator)).count();
      if (having > 0 && having >= SOME * values.size()) {
        return separator;
      }
    }
    return "";
  }

  /** A column of that name whose values are all there and all different. */
  private String id(List<Field> fields) {
    for (int i = 0; i < heading.size(); i++) {
      List<String> values = values(i);
      Field field = fields.get(i);
      boolean names =
          ColumnNames.id(heading.get(i))
              || field == Field.GRANT
              || field == Field.DOI
              || field == Field.PIC;
      if (names
          && values.size() == sample.size()
          && new HashSet<>(values).size() == values.size()) {
        return heading.get(i);
      }
    }
    return "";
  }

  private boolean dayFirst() {
    boolean month = false;
    for (int i = 0; i < heading.size(); i++) {
      for (String value : values(i)) {
        if (MONTH_SECOND.matcher(value).matches()) {
          return true;
        }
        month |= MONTH_FIRST.matcher(value).matches();
      }
    }
    return !month;
  }
}
