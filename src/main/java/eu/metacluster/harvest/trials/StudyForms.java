package eu.metacluster.harvest.trials;

import eu.metacluster.harvest.wire.Json;

/** The forms of JSON in which trials come. */
final class StudyForms {

  private StudyForms() {}

  /** Version 2 of the register's interface. */
  static Trial current(Json study) {
    Trial trial = new Trial();
    Json all = study.at("protocolSection");
    names(all.at("identificationModule"), trial);
    status(all.at("statusModule"), trial);
    sponsors(all.at("sponsorCollaboratorsModule"), trial);
    trial.summary(all.text("descriptionModule", "briefSummary"));
    all.texts("conditionsModule", "conditions").forEach(trial::condition);
    all.texts("conditionsModule", "keywords").forEach(trial::keyword);
    Json design = all.at("designModule");
    trial.word("Study type", design.text("studyType"));
    trial.word("Primary purpose", design.text("designInfo", "primaryPurpose"));
    design.texts("phases").forEach(trial::phase);
    trial.enrolment(design.text("enrollmentInfo", "count"));
    all.list("armsInterventionsModule", "interventions")
        .forEach(each -> trial.intervention(each.text("name")));
    all.list("contactsLocationsModule", "locations")
        .forEach(site -> trial.country(site.text("country")));
    return trial;
  }

  private static void names(Json names, Trial trial) {
    trial.nct(names.text("nctId"));
    trial.title(names.text("briefTitle"));
    trial.title(names.text("officialTitle"));
    trial.acronym(names.text("acronym"));
    trial.otherNumber(names.text("orgStudyIdInfo", "id"));
    names.list("secondaryIdInfos").forEach(number -> trial.otherNumber(number.text("id")));
  }

  private static void status(Json status, Trial trial) {
    trial.status(status.text("overallStatus"));
    trial.starts(status.text("startDateStruct", "date"));
    trial.ends(status.text("completionDateStruct", "date"));
    trial.primaryCompletion(status.text("primaryCompletionDateStruct", "date"));
  }

  private static void sponsors(Json sponsors, Trial trial) {
    Json lead = sponsors.at("leadSponsor");
    trial.sponsor(lead.text("name"), lead.text("class"));
    sponsors
        .list("collaborators")
        .forEach(other -> trial.collaborator(other.text("name"), other.text("class")));
  }

  /**
   * The interface of the National Cancer Institute. Its lists hold what the trial itself names and
   * all that stands above it in the thesaurus; only the first is stated of the trial.
   */
  static Trial institute(Json study) {
    Trial trial = new Trial();
    trial.nct(study.text("nct_id"));
    trial.title(study.text("brief_title"));
    trial.title(study.text("official_title"));
    trial.acronym(study.text("acronym"));
    trial.otherNumber(study.text("protocol_id"));
    study.list("other_ids").forEach(number -> trial.otherNumber(number.text("value")));
    trial.status(study.text("current_trial_status"));
    trial.starts(study.text("start_date"));
    trial.ends(study.text("completion_date"));
    trial.detail("Lead organisation", study.text("lead_org"));
    trial.summary(study.text("brief_summary"));
    study.texts("keywords").forEach(trial::keyword);
    trial.word("Study type", study.text("study_protocol_type"));
    trial.word("Primary purpose", study.text("primary_purpose"));
    trial.phase(study.text("phase"));
    trial.enrolment(study.text("minimum_target_accrual_number"));
    study.list("sites").forEach(site -> trial.country(site.text("org_country")));
    lists(study, trial);
    return trial;
  }

  private static void lists(Json study, Trial trial) {
    study.list("diseases").stream()
        .filter(StudyForms::own)
        .forEach(disease -> trial.condition(disease.text("name")));
    for (Json arm : study.list("arms")) {
      arm.list("interventions").stream()
          .filter(StudyForms::own)
          .forEach(each -> trial.intervention(each.text("name")));
    }
    study.list("biomarkers").stream()
        .filter(StudyForms::own)
        .forEach(
            marker ->
                trial.biomarker(
                    marker.text("name"),
                    marker.text("eligibility_criterion") + ": " + marker.text("name")));
  }

  private static boolean own(Json entry) {
    String sort = entry.text("inclusion_indicator");
    return sort.isEmpty() || sort.equals("TRIAL");
  }
}
