package eu.metacluster.harvest.trials;

import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;

/** The register's older XML, one trial a file. */
final class StudyXml {

  private StudyXml() {}

  /** Reads the element {@code clinical_study} that the reader stands in. */
  static Trial read(Xml xml) throws IOException {
    Trial trial = new Trial();
    while (xml.child()) {
      element(xml, trial);
    }
    return trial;
  }

  private static void element(Xml xml, Trial trial) throws IOException {
    switch (xml.name()) {
      case "id_info" -> numbers(xml, trial);
      case "brief_title", "official_title" -> trial.title(xml.text());
      case "acronym" -> trial.acronym(xml.text());
      case "sponsors" -> sponsors(xml, trial);
      case "brief_summary" -> trial.summary(xml.text().replaceAll("\\n[ ]+(?=\\S)", "\n"));
      case "overall_status" -> trial.status(xml.text());
      case "start_date" -> trial.starts(xml.text());
      case "completion_date" -> trial.ends(xml.text());
      case "primary_completion_date" -> trial.primaryCompletion(xml.text());
      case "phase" -> trial.phase(xml.text());
      case "study_type" -> trial.word("Study type", xml.text());
      case "study_design_info" -> design(xml, trial);
      case "enrollment" -> trial.enrolment(xml.text());
      case "condition" -> trial.condition(xml.text());
      case "keyword" -> trial.keyword(xml.text());
      case "intervention" -> intervention(xml, trial);
      case "location_countries" -> countries(xml, trial);
      default -> xml.skip();
    }
  }

  private static void numbers(Xml xml, Trial trial) throws IOException {
    while (xml.child()) {
      switch (xml.name()) {
        case "nct_id" -> trial.nct(xml.text());
        case "org_study_id", "secondary_id" -> trial.otherNumber(xml.text());
        default -> xml.skip();
      }
    }
  }

  private static void sponsors(Xml xml, Trial trial) throws IOException {
    while (xml.child()) {
      boolean lead = xml.name().equals("lead_sponsor");
      String name = "";
      String sort = "";
      while (xml.child()) {
        switch (xml.name()) {
          case "agency" -> name = xml.text();
          case "agency_class" -> sort = xml.text();
          default -> xml.skip();
        }
      }
      String known = sort.equals("Individual") ? "INDIV" : sort;
      if (lead) {
        trial.sponsor(name, known);
      } else {
        trial.collaborator(name, known);
      }
    }
  }

  private static void design(Xml xml, Trial trial) throws IOException {
    while (xml.child()) {
      if (xml.name().equals("primary_purpose")) {
        trial.word("Primary purpose", xml.text());
      } else {
        xml.skip();
      }
    }
  }

  private static void intervention(Xml xml, Trial trial) throws IOException {
    while (xml.child()) {
      if (xml.name().equals("intervention_name")) {
        trial.intervention(xml.text());
      } else {
        xml.skip();
      }
    }
  }

  /** The countries where it takes place; those it left stand elsewhere. */
  private static void countries(Xml xml, Trial trial) throws IOException {
    while (xml.child()) {
      trial.country(xml.text());
    }
  }
}
