package eu.metacluster.harvest.cordis;

import eu.metacluster.harvest.Recorder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small CSV bundles by hand. */
final class SmallBundle {

  static final String PROJECT_HEADER =
      "\"id\";\"acronym\";\"status\";\"title\";\"startDate\";\"endDate\";\"totalCost\";"
          + "\"ecMaxContribution\";\"legalBasis\";\"topics\";\"ecSignatureDate\";"
          + "\"frameworkProgramme\";\"masterCall\";\"fundingScheme\";\"objective\";\"rcn\";"
          + "\"grantDoi\";\"keywords\"\n";

  static final String ORGANISATION_HEADER =
      "\"projectID\";\"organisationID\";\"vatNumber\";\"name\";\"shortName\";\"SME\";"
          + "\"activityType\";\"street\";\"postCode\";\"city\";\"country\";\"nutsCode\";"
          + "\"geolocation\";\"organizationURL\";\"order\";\"role\";\"ecContribution\";"
          + "\"netEcContribution\";\"totalCost\";\"endOfParticipation\"\n";

  private SmallBundle() {}

  static String project(String id, String title) {
    return project(id, title, "2023-01-01", "100.50");
  }

  static String project(String id, String title, String start, String contribution) {
    return quoted(
        id,
        "ACR" + id,
        "SIGNED",
        title,
        start,
        "2026-01-01",
        "0",
        contribution,
        "HORIZON.2.1",
        "HORIZON-X-01",
        "2022-12-01",
        "HORIZON",
        "HORIZON-X",
        "HORIZON-RIA",
        "What it is about.",
        "9" + id,
        "10.3030/" + id,
        "one, two");
  }

  static String organisation(String project, String pic, String country, int order) {
    return quoted(
        project,
        pic,
        "",
        "Organisation " + pic,
        "",
        "false",
        "REC",
        "",
        "",
        "Town",
        country,
        "",
        "",
        "",
        String.valueOf(order),
        order == 1 ? "coordinator" : "participant",
        "10",
        "10",
        "0",
        "false");
  }

  static String quoted(String... fields) {
    StringBuilder row = new StringBuilder();
    for (String field : fields) {
      row.append(row.isEmpty() ? "" : ";").append('"').append(field.replace("\"", "\"\""));
      row.append('"');
    }
    return row.append('\n').toString();
  }

  static Path projects(Path folder, String... rows) throws IOException {
    return file(folder, "project.csv", PROJECT_HEADER + String.join("", rows));
  }

  static Path file(Path folder, String name, String content) throws IOException {
    return file(folder, name, content.getBytes(StandardCharsets.UTF_8));
  }

  static Path file(Path folder, String name, byte[]... content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      for (byte[] part : content) {
        out.write(part);
      }
    }
    return folder;
  }

  static Recorder read(Path payload) throws IOException {
    Recorder recorder = new Recorder();
    new CsvBundleConnector().read(payload, recorder);
    return recorder;
  }
}
