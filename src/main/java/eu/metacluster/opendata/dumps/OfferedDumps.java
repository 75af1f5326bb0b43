package eu.metacluster.opendata.dumps;

import eu.metacluster.opendata.catalogue.OfferedFiles;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The files of the dumps as the catalogue lists them: the newest, and the first of each month. */
@Component
class OfferedDumps implements OfferedFiles {

  private static final int MONTH = "2026-11".length();
  private static final int DAY = "2026-11-22".length();

  private final Dumps dumps;

  OfferedDumps(Dumps dumps) {
    this.dumps = dumps;
  }

  @Override
  public List<File> newest() {
    return dumps.latest().map(OfferedDumps::files).orElse(List.of());
  }

  @Override
  public List<Snapshot> kept() {
    List<Dump> all = dumps.all();
    return all.stream()
        .filter(dump -> firstOfItsMonth(dump, all))
        .map(dump -> new Snapshot(LocalDate.parse(dump.version().substring(0, DAY)), files(dump)))
        .toList();
  }

  private static boolean firstOfItsMonth(Dump dump, List<Dump> all) {
    String month = dump.version().substring(0, MONTH);
    return all.stream()
        .filter(other -> other.version().startsWith(month))
        .allMatch(other -> other.version().compareTo(dump.version()) >= 0);
  }

  private static List<File> files(Dump dump) {
    return dump.files().stream()
        .map(
            file ->
                new File(
                    null,
                    dump.path(file),
                    ending(file.name()),
                    file.bytes(),
                    file.sha256(),
                    dump.madeAt()))
        .toList();
  }

  private static String ending(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
