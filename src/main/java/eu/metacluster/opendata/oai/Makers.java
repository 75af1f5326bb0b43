package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.described.Described;
import eu.metacluster.opendata.described.Described.Partner;
import java.util.List;
import java.util.Locale;

/** Who made a thing, or leads it. */
final class Makers {

  private Makers() {}

  /**
   * A maker.
   *
   * @param person whether it is a person, not an organisation
   */
  record Maker(String name, boolean person) {}

  /** Authors; else who leads the project, or organises the event. May be empty. */
  static List<Maker> of(Described record) {
    List<Maker> authors = record.all("author").stream().map(name -> new Maker(name, true)).toList();
    if (!authors.isEmpty()) {
      return authors;
    }
    List<Maker> leaders =
        record.kind().equals("project")
            ? record.partners().stream()
                .filter(Makers::leads)
                .map(Partner::name)
                .distinct()
                .map(name -> new Maker(name, false))
                .toList()
            : List.of();
    if (!leaders.isEmpty()) {
      return leaders;
    }
    for (String field : List.of("organiser", "sponsor", "funder", "publisher")) {
      List<String> names = record.all(field);
      if (!names.isEmpty()) {
        return names.stream().map(name -> new Maker(name, false)).toList();
      }
    }
    return List.of();
  }

  static boolean leads(Partner partner) {
    return partner.role().toLowerCase(Locale.ROOT).contains("coordinator");
  }
}
