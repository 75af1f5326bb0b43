package eu.metacluster.harvest.cordis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of the CSV bundle that are read, and their columns. */
enum Sheet {
  PROJECT(
      "project.csv",
      "id",
      List.of(
          "id",
          "acronym",
          "status",
          "title",
          "startDate",
          "endDate",
          "totalCost",
          "ecMaxContribution",
          "legalBasis",
          "topics",
          "ecSignatureDate",
          "frameworkProgramme",
          "masterCall",
          "fundingScheme",
          "objective",
          "rcn",
          "grantDoi",
          "keywords"),
      Set.of(
          "subCall",
          "nature",
          "contentUpdateDate",
          "duration",
          "terminationDate",
          "sourceUpdateDate",
          "contentCreationDate",
          "lastUpdateDate",
          "teaser",
          "availableLanguages",
          "xmlPath")),
  ORGANISATION(
      "organization.csv",
      "organisationID",
      List.of(
          "projectID",
          "organisationID",
          "vatNumber",
          "name",
          "shortName",
          "SME",
          "activityType",
          "street",
          "postCode",
          "city",
          "country",
          "nutsCode",
          "geolocation",
          "organizationURL",
          "order",
          "role",
          "ecContribution",
          "netEcContribution",
          "totalCost",
          "endOfParticipation"),
      Set.of(
          "projectAcronym", "departmentName", "rcn", "contactForm", "contentUpdateDate", "active")),
  SUBJECT(
      "euroSciVoc.csv",
      "projectID",
      List.of("projectID", "euroSciVocPath"),
      Set.of("euroSciVocCode", "euroSciVocTitle", "euroSciVocDescription")),
  TOPIC("topics.csv", "projectID", List.of("projectID", "topic", "title"), Set.of("topicKeywords")),
  LEGAL_BASIS(
      "legalBasis.csv",
      "projectID",
      List.of("projectID", "legalBasis", "title"),
      Set.of("uniqueProgrammePart")),
  WEB_LINK(
      "webLink.csv",
      "projectID",
      List.of("projectID", "type", "represents", "physUrl"),
      Set.of("source", "title", "id", "availableLanguages", "status", "archivedDate"));

  private final String file;
  private final String id;
  private final List<String> read;
  private final Set<String> known;

  /**
   * @param id the column without which a row says nothing
   * @param read columns that are read and normally there
   * @param known columns that may be there; those with a meaning are read all the same
   */
  Sheet(String file, String id, List<String> read, Set<String> known) {
    this.file = file;
    this.id = id;
    this.read = read;
    this.known = known;
  }

  String file() {
    return file;
  }

  String id() {
    return id;
  }

  List<String> read() {
    return read;
  }

  /** Steps for each byte of the file: a project's row is also handed out. */
  int steps() {
    return this == PROJECT ? 3 : 1;
  }

  /** Whether the export documents a column of this name. */
  boolean knows(String column) {
    return known.contains(column) || read.contains(column);
  }

  /** The sheet in a file of this name; null for one that is not read. */
  static @Nullable Sheet of(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(s -> s.file.toLowerCase(Locale.ROOT).equals(lower))
        .findFirst()
        .orElse(null);
  }
}
