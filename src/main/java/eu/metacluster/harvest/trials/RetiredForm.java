package eu.metacluster.harvest.trials;

import eu.metacluster.harvest.wire.Json;

/** The JSON of the register's first interface, which was retired in 2024. */
final class RetiredForm {

  private RetiredForm() {}

  /** Reads one study. */
  static Trial read(Json study) {
    Trial trial = new Trial();
    Json all = study.at("ProtocolSection");
    names(all.at("IdentificationModule"), trial);
    status(all.at("StatusModule"), trial);
    sponsors(all.at("SponsorCollaboratorsModule"), trial);
    design(all.at("DesignModule"), trial);
    trial.summary(all.text("DescriptionModule", "BriefSummary"));
    all.texts("ConditionsModule", "ConditionList", "Condition").forEach(trial::condition);
    all.texts("ConditionsModule", "KeywordList", "Keyword").forEach(trial::keyword);
    all.list("ArmsInterventionsModule", "InterventionList", "Intervention")
        .forEach(each -> trial.intervention(each.text("InterventionName")));
    all.list("ContactsLocationsModule", "LocationList", "Location")
        .forEach(site -> trial.country(site.text("LocationCountry")));
    return trial;
  }

  private static void names(Json names, Trial trial) {
    trial.nct(names.text("NCTId"));
    trial.title(names.text("BriefTitle"));
    trial.title(names.text("OfficialTitle"));
    trial.acronym(names.text("Acronym"));
    trial.otherNumber(names.text("OrgStudyIdInfo", "OrgStudyId"));
    names
        .list("SecondaryIdInfoList", "SecondaryIdInfo")
        .forEach(number -> trial.otherNumber(number.text("SecondaryId")));
  }

  private static void status(Json status, Trial trial) {
    trial.status(status.text("OverallStatus"));
    trial.starts(status.text("StartDateStruct", "StartDate"));
    trial.ends(status.text("CompletionDateStruct", "CompletionDate"));
    trial.primaryCompletion(status.text("PrimaryCompletionDateStruct", "PrimaryCompletionDate"));
  }

  private static void sponsors(Json sponsors, Trial trial) {
    Json lead = sponsors.at("LeadSponsor");
    trial.sponsor(lead.text("LeadSponsorName"), lead.text("LeadSponsorClass"));
    sponsors
        .list("CollaboratorList", "Collaborator")
        .forEach(
            other ->
                trial.collaborator(
                    other.text("CollaboratorName"), other.text("CollaboratorClass")));
  }

  private static void design(Json design, Trial trial) {
    trial.word("Study type", design.text("StudyType"));
    trial.word("Primary purpose", design.text("DesignInfo", "DesignPrimaryPurpose"));
    design.texts("PhaseList", "Phase").forEach(trial::phase);
    trial.enrolment(design.text("EnrollmentInfo", "EnrollmentCount"));
  }
}
