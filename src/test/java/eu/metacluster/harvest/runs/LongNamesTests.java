package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Records;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reason;
import eu.metacluster.support.ProductTest;
import eu.metacluster.support.RealCut;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Names so long that no index of the database could hold them are left out and logged. */
@ProductTest
class LongNamesTests {

  private static final int LENGTH = 10_000;
  private static final int LEFT_OUT = 9_000;

  @Autowired SourceRegister sources;
  @Autowired Runs runs;
  @Autowired RunLog log;
  @Autowired RunWorker worker;
  @Autowired Records records;
  @TempDir Path folder;

  /** Random, because the database would compress a repetition until it fits. */
  private final String endless =
      new Random(7)
          .ints(LENGTH, 'a', 'z' + 1)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();

  @Test
  void anIdentifierOfTenThousandCharactersDoesNotBreakAnImport() throws Exception {
    Path bundle = RealCut.of(folder, LEFT_OUT, 4);
    List<String> projects = Files.readAllLines(bundle.resolve("project.csv"));
    String id = projects.get(1).substring(1, projects.get(1).indexOf('"', 1));
    append(bundle, "project.csv", projects.get(1).replace("\"" + id + "\"", quoted(endless)));
    append(bundle, "topics.csv", replaced(bundle, "topics.csv", "topic"));
    append(bundle, "legalBasis.csv", replaced(bundle, "legalBasis.csv", "legalBasis"));
    for (String column : List.of("organisationID", "vatNumber", "organizationURL")) {
      append(bundle, "organization.csv", replaced(bundle, "organization.csv", column));
    }
    SourceRow source = sources.add("Long " + folder, "cordis-csv", bundle.toString(), null);
    long run = runs.queue(source.id(), bundle.toString(), false, null);
    worker.work(run);

    assertThat(runs.get(run).state()).isEqualTo(RunState.FINISHED);
    assertThat(records.find(Identifier.of(Scheme.GRANT, id))).isPresent();
    assertThat(log.problems(run, 0, 100))
        .filteredOn(problem -> problem.reason() == Reason.TOO_LONG)
        .extracting(Problem::field)
        .contains("id", "topic", "legalBasis", "organisationID", "vatNumber", "organizationURL");
  }

  private static void append(Path bundle, String file, String line) throws Exception {
    Files.writeString(bundle.resolve(file), line + "\n", java.nio.file.StandardOpenOption.APPEND);
  }

  /** The file's first row with an endless value in this column. */
  private String replaced(Path bundle, String file, String column) throws Exception {
    List<String> lines = Files.readAllLines(bundle.resolve(file));
    List<String> header = List.of(lines.getFirst().split(";", -1));
    String[] cells = lines.get(1).split("\";\"", -1);
    int at = header.indexOf(quoted(column));
    cells[at] = (at == 0 ? "\"" : "") + "https://" + endless + (at == cells.length - 1 ? "\"" : "");
    return String.join("\";\"", cells);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
