package eu.metacluster.screening.evaluation;

import eu.metacluster.platform.Table;
import eu.metacluster.platform.UnusableInputException;
import eu.metacluster.screening.linkage.Mention;
import eu.metacluster.screening.linkage.Organisation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads a register of organisations and mentions of them. */
final class OrganisationFiles {

  private static final String NONE = "NIL";
  private static final String LINE = "affiliation";

  private OrganisationFiles() {}

  /**
   * Mentions with what is known of them.
   *
   * @param ids what identifies the mention in the output: its PIC, else its line
   * @param truth identifiers that are right, none when nothing is to be found
   * @param known whether the file has the column {@code ror}
   */
  record Mentions(
      List<String> ids, List<Mention> mentions, List<List<String>> truth, boolean known) {}

  static List<Organisation> register(Path file) throws UnusableInputException {
    Table table = Table.read(file);
    table.column("name");
    List<Organisation> entries =
        table.named("ror").stream().map(OrganisationFiles::organisation).toList();
    if (entries.isEmpty()) {
      throw new UnusableInputException(file + " has no organisation.");
    }
    return entries;
  }

  private static Organisation organisation(Table.Row row) {
    List<String> others = new ArrayList<>(list(row.get("aliases")));
    others.addAll(list(row.get("labels")));
    return new Organisation(
        row.get("ror"),
        row.get("name"),
        others,
        list(row.get("acronyms")),
        list(row.get("types").toLowerCase(Locale.ROOT)),
        row.get("status").isBlank() || row.get("status").equals("active"),
        row.get("country_code"),
        row.get("city"),
        row.get("website"),
        list(row.get("parents")));
  }

  static Mentions mentions(Path file) throws UnusableInputException {
    Table table = Table.read(file);
    boolean lines = table.columns().contains(LINE);
    List<Table.Row> rows = table.named(lines ? LINE : "legal_name");
    List<String> ids = new ArrayList<>();
    for (Table.Row row : rows) {
      String pic = row.get("pic");
      ids.add(pic.isBlank() ? String.valueOf(ids.size() + 1) : pic);
    }
    return new Mentions(
        ids,
        rows.stream().map(row -> lines ? Mention.line(row.get(LINE)) : participant(row)).toList(),
        rows.stream().map(OrganisationFiles::truth).toList(),
        table.columns().contains("ror"));
  }

  private static Mention participant(Table.Row row) {
    return Mention.participant(
        row.get("legal_name"),
        row.get("short_name"),
        row.get("country"),
        row.get("city"),
        row.get("website"));
  }

  private static List<String> truth(Table.Row row) {
    return list(row.get("ror")).stream().filter(one -> !one.equals(NONE)).toList();
  }

  private static List<String> list(String values) {
    return Arrays.stream(values.split("\\|")).map(String::strip).filter(v -> !v.isEmpty()).toList();
  }
}
