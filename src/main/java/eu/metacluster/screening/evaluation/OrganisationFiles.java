package eu.metacluster.screening.evaluation;

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
    List<String> id = table.column("ror");
    List<String> name = table.column("name");
    List<String> aliases = table.columnIfThere("aliases");
    List<String> labels = table.columnIfThere("labels");
    List<String> acronyms = table.columnIfThere("acronyms");
    List<String> types = table.columnIfThere("types");
    List<String> status = table.columnIfThere("status");
    List<String> country = table.columnIfThere("country_code");
    List<String> city = table.columnIfThere("city");
    List<String> website = table.columnIfThere("website");
    List<String> parents = table.columnIfThere("parents");
    List<Organisation> entries = new ArrayList<>();
    for (int i = 0; i < id.size(); i++) {
      List<String> others = new ArrayList<>(list(aliases.get(i)));
      others.addAll(list(labels.get(i)));
      entries.add(
          new Organisation(
              id.get(i),
              name.get(i),
              others,
              list(acronyms.get(i)),
              list(types.get(i).toLowerCase(Locale.ROOT)),
              status.get(i).isBlank() || status.get(i).equals("active"),
              country.get(i),
              city.get(i),
              website.get(i),
              list(parents.get(i))));
    }
    if (entries.isEmpty()) {
      throw new UnusableInputException(file + " has no organisation.");
    }
    return entries;
  }

  static Mentions mentions(Path file) throws UnusableInputException {
    Table table = Table.read(file);
    boolean lines = table.columns().contains("affiliation");
    List<String> text = table.column(lines ? "affiliation" : "legal_name");
    List<String> id = table.columnIfThere("pic");
    List<String> shortName = table.columnIfThere("short_name");
    List<String> country = table.columnIfThere("country");
    List<String> city = table.columnIfThere("city");
    List<String> website = table.columnIfThere("website");
    List<String> ror = table.columnIfThere("ror");
    Mentions all =
        new Mentions(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            table.columns().contains("ror"));
    for (int i = 0; i < text.size(); i++) {
      all.ids.add(id.get(i).isBlank() ? String.valueOf(i + 1) : id.get(i));
      all.mentions.add(
          lines
              ? Mention.line(text.get(i))
              : Mention.participant(
                  text.get(i), shortName.get(i), country.get(i), city.get(i), website.get(i)));
      all.truth.add(list(ror.get(i)).stream().filter(one -> !one.equals(NONE)).toList());
    }
    return all;
  }

  private static List<String> list(String values) {
    return Arrays.stream(values.split("\\|")).map(String::strip).filter(v -> !v.isEmpty()).toList();
  }
}
