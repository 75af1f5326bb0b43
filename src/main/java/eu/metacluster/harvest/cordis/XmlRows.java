package eu.metacluster.harvest.cordis;

import java.util.Map;
import java.util.Set;

/** Which elements and attributes of the project XML stand for which columns of the CSV export. */
final class XmlRows {

  static final Set<String> PROJECT =
      Set.of(
          "rcn",
          "id",
          "acronym",
          "objective",
          "title",
          "totalCost",
          "ecMaxContribution",
          "startDate",
          "endDate",
          "ecSignatureDate",
          "duration",
          "status",
          "keywords",
          "terminationDate");

  static final Map<String, String> PARTICIPATION =
      Map.of(
          "type", "role",
          "order", "order",
          "sme", "SME",
          "terminated", "endOfParticipation",
          "ecContribution", "ecContribution",
          "netEcContribution", "netEcContribution",
          "totalCost", "totalCost");

  static final Map<String, String> ORGANISATION =
      Map.of(
          "id", "organisationID",
          "vatNumber", "vatNumber",
          "legalName", "name",
          "shortName", "shortName");

  static final Map<String, String> ADDRESS =
      Map.of(
          "street", "street",
          "city", "city",
          "postalCode", "postCode",
          "country", "country",
          "url", "organizationURL",
          "geolocation", "geolocation");

  static final Map<String, String> TOPIC =
      Map.of("code", "topic", "title", "title", "frameworkProgramme", "frameworkProgramme");

  static final Map<String, String> LEGAL_BASIS =
      Map.of("code", "legalBasis", "title", "title", "frameworkProgramme", "frameworkProgramme");

  private XmlRows() {}
}
