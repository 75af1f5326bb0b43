package eu.metacluster.grid;

import java.util.List;

/**
 * The words by which projects are described, each list in the order in which people meet it: the
 * values of {@link Field#PILLAR}, {@link Field#TECHNOLOGY} and {@link Field#CANCER}.
 */
public final class Codebook {

  /** The pillars of Europe's Beating Cancer Plan, and what serves them all. */
  public static final List<String> PILLARS =
      List.of(
          "prevention",
          "early_detection",
          "diagnosis",
          "treatment",
          "quality_of_life",
          "cross_cutting");

  /** What a project works with. */
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

  /** Cancers by tissue; {@code any} stands for none or all. */
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

  private Codebook() {}
}
