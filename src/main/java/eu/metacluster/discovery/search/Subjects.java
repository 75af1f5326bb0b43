package eu.metacluster.discovery.search;

import java.util.List;

/** The words of the codebook by which projects are described, in its order. */
public final class Subjects {

  /** The parts of the pathway. */
  public static final List<String> PILLARS =
      List.of(
          "prevention",
          "early_detection",
          "diagnosis",
          "treatment",
          "quality_of_life",
          "cross_cutting");

  /** What is used. */
  public static final List<String> TECHNOLOGIES =
      List.of(
          "liquid_biopsy",
          "genomics",
          "multiomics",
          "ai",
          "imaging",
          "molecular_tumour_board",
          "immunotherapy",
          "targeted_therapy",
          "drug_delivery",
          "patient_models",
          "data_infrastructure",
          "risk_stratification",
          "radiotherapy",
          "surgery",
          "digital_health",
          "training",
          "policy");

  /** What it is about. */
  public static final List<String> CANCERS =
      List.of(
          "breast",
          "lung",
          "colorectal",
          "prostate",
          "pancreas",
          "liver_biliary",
          "stomach_oesophagus",
          "head_neck",
          "brain_nerves",
          "skin_melanoma",
          "blood",
          "ovary_uterus_cervix",
          "kidney_bladder",
          "thyroid_endocrine",
          "bone_soft_tissue",
          "childhood",
          "any");

  private Subjects() {}

  /** The words of a facet; empty when the codebook does not name its values. */
  public static List<String> of(Facet facet) {
    return switch (facet) {
      case PILLAR -> PILLARS;
      case TECHNOLOGY -> TECHNOLOGIES;
      case CANCER -> CANCERS;
      default -> List.of();
    };
  }
}
