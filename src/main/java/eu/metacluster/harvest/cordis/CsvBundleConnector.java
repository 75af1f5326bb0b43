package eu.metacluster.harvest.cordis;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding.Fact;
import eu.metacluster.grid.Finding.Partner;
import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads the CSV bundle of CORDIS projects: a folder, a zip, a tar, or project.csv alone. */
@Component
@Order(10)
final class CsvBundleConnector implements FileConnector {

  /** The share of the work that is left when all was handed out. */
  private static final int LAST = 20;

  /** Steps for handing out the organisations, by bytes of their file. */
  private static final int ORGANISATIONS = 4;

  @Override
  public String id() {
    return "cordis-csv";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return Related.TERMS;
  }

  @Override
  public boolean recognises(String memberName) {
    String name =
        memberName.endsWith(".gz") ? memberName.substring(0, memberName.length() - 3) : memberName;
    return Sheet.of(name.substring(name.lastIndexOf('/') + 1)) == Sheet.PROJECT;
  }

  @Override
  public void read(Path payload, Reading reading) throws IOException {
    try (Bundle bundle = Bundle.open(payload, reading)) {
      if (!bundle.has(Sheet.PROJECT)) {
        throw refusal("harvest.refusal.no_project_file");
      }
      reading.expects(steps(bundle));
      bundle.keep();
      new Pass(bundle, reading).read();
      reading.whole();
    }
  }

  /** Each byte is kept and read; of organisations and projects the grid has more to do. */
  private static long steps(Bundle bundle) throws IOException {
    long steps = bundle.size(Sheet.ORGANISATION) * ORGANISATIONS;
    for (Sheet sheet : Sheet.values()) {
      steps += bundle.size(sheet) * (1 + sheet.steps());
    }
    return steps + steps / LAST;
  }

  private static Refusal refusal(String key) {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1401", key);
  }

  /** One reading of one bundle. */
  private static final class Pass {

    private final Bundle bundle;
    private final Reading reading;
    private final Related related = new Related();
    private final Map<String, List<Partner>> partners = new HashMap<>();

    Pass(Bundle bundle, Reading reading) {
      this.bundle = bundle;
      this.reading = reading;
    }

    void read() throws IOException {
      try (Table projects = bundle.table(Sheet.PROJECT)) {
        if (projects == null || !projects.usable()) {
          throw refusal("harvest.refusal.no_id_column");
        }
        rows(Sheet.LEGAL_BASIS, related::programme);
        rows(Sheet.TOPIC, related::call);
        rows(Sheet.SUBJECT, related::subject);
        rows(Sheet.WEB_LINK, related::link);
        related.each(reading::found);
        organisations();
        projects(projects);
      }
    }

    private void rows(Sheet sheet, RowTaker taker) throws IOException {
      try (Table table = bundle.table(sheet)) {
        while (table != null && table.next()) {
          Values values = table.values();
          String project = values.text("projectID");
          if (project.isEmpty()) {
            values.problem("projectID", "", Reason.NO_ID);
          } else {
            taker.take(project, values);
          }
        }
      }
    }

    private void organisations() throws IOException {
      Organisations organisations = new Organisations();
      Participations participations = new Participations();
      rows(
          Sheet.ORGANISATION,
          (project, values) -> {
            String pic = values.name("organisationID");
            if (pic.isEmpty()) {
              values.problem("organisationID", "", Reason.NO_ID);
              return;
            }
            String country = values.country("country");
            organisations.add(pic, values, country);
            List<Partner> of = partners.computeIfAbsent(project, p -> new ArrayList<>(8));
            of.add(participations.partner(pic, values, country, of.size() + 1));
          });
      long each =
          bundle.size(Sheet.ORGANISATION) * ORGANISATIONS / Math.max(1, organisations.size());
      organisations.each(
          finding -> {
            reading.found(finding);
            reading.advanced(each);
          });
    }

    private void projects(Table table) throws IOException {
      Projects projects = new Projects();
      while (table.next()) {
        Values values = table.values();
        String id = values.name("id");
        if (projects.first(id, values)) {
          List<Partner> of = partners.remove(id);
          reading.found(
              Projects.project(id, values, facts(id, values), of == null ? List.of() : of));
        }
      }
      partners.keySet().stream().sorted().forEach(this::withoutProject);
    }

    private void withoutProject(String id) {
      reading.problem(
          new Problem(Sheet.ORGANISATION.file(), 0, "projectID", id, Reason.NO_PROJECT));
    }

    /** Programmes and calls stand in files of their own; where those are missing, in the row. */
    private List<Fact> facts(String id, Values values) {
      List<Fact> known = related.take(id);
      List<Fact> facts = new ArrayList<>(known);
      listed(known, Field.PROGRAMME, values.name("legalBasis"), facts);
      listed(known, Field.CALL, values.name("topics"), facts);
      return facts;
    }

    private static void listed(List<Fact> known, Field field, String cell, List<Fact> facts) {
      if (known.stream().noneMatch(f -> f.field() == field)) {
        for (String code : cell.split(";", -1)) {
          facts.add(Fact.of(field, code.strip()));
        }
      }
    }
  }

  @FunctionalInterface
  private interface RowTaker {
    void take(String project, Values values);
  }
}
