package eu.metacluster.screening.cases;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.shared.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a record belongs on the grid: the pillars, technologies and cancers of the codebook, in its
 * order and without repetition.
 */
public record Facets(List<String> pillars, List<String> technologies, List<String> cancers) {

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

  /** Nothing chosen. */
  public static final Facets NONE = new Facets(List.of(), List.of(), List.of());

  /** Orders the values as the codebook does; unknown ones are refused. */
  public Facets {
    pillars = known(PILLARS, pillars);
    technologies = known(TECHNOLOGIES, technologies);
    cancers = known(CANCERS, cancers);
  }

  /** What the committee confirmed, as facts of the grid. */
  public List<Finding.Fact> facts(String scope, @Nullable String evidence) {
    List<Finding.Fact> facts = new ArrayList<>();
    facts.add(Finding.Fact.readFrom(evidence, Field.SCOPE, scope));
    add(facts, Field.PILLAR, pillars, evidence);
    add(facts, Field.TECHNOLOGY, technologies, evidence);
    add(facts, Field.CANCER, cancers, evidence);
    return facts;
  }

  private static void add(
      List<Finding.Fact> facts, Field field, List<String> values, @Nullable String evidence) {
    values.forEach(value -> facts.add(Finding.Fact.readFrom(evidence, field, value)));
  }

  private static List<String> known(List<String> all, Collection<String> chosen) {
    if (!all.containsAll(chosen)) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1505", "screening.error.facet");
    }
    return all.stream().filter(chosen::contains).toList();
  }
}
