package eu.metacluster.discovery.index;

import eu.metacluster.grid.RecordDocument;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tissues of OncoTree (CC BY 4.0) that a record is about, by the cancers it names. Where a
 * cancer of the codebook covers several tissues, the words of the record decide among them.
 */
final class Tissues {

  /**
   * A tissue, the cancer that covers it, and how words begin that name it; none when it is the
   * only.
   */
  private record Tissue(String code, String cancer, List<String> words) {

    boolean named(String text) {
      return words.isEmpty() || words.stream().anyMatch(word -> begins(text, word));
    }
  }

  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

  private static final List<Tissue> ALL =
      List.of(
          tissue("BREAST", "breast"),
          tissue("LUNG", "lung"),
          tissue("BOWEL", "colorectal"),
          tissue("PROSTATE", "prostate"),
          tissue("PANCREAS", "pancreas"),
          tissue("HEAD_NECK", "head_neck"),
          tissue("LIVER", "liver_biliary", "liver", "hepat"),
          tissue("BILIARY_TRACT", "liver_biliary", "bile", "biliary", "cholangi", "gallbladder"),
          tissue(
              "STOMACH",
              "stomach_oesophagus",
              "stomach",
              "gastric",
              "esophag",
              "oesophag",
              "gastroesoph",
              "gastrooesoph",
              "gastro-esoph",
              "gastro-oesoph"),
          tissue(
              "BRAIN",
              "brain_nerves",
              "brain",
              "gliom",
              "glioblastom",
              "medulloblastom",
              "cns",
              "mening"),
          tissue(
              "PNS", "brain_nerves", "peripheral nerv", "neurofibrom", "schwannom", "neuroblastom"),
          tissue("SKIN", "skin_melanoma", "skin", "melanom", "cutaneous", "merkel"),
          tissue("EYE", "skin_melanoma", "uveal", "ocular", "eye", "retinoblastom"),
          tissue("LYMPH", "blood", "lymph"),
          tissue(
              "MYELOID", "blood", "leuk", "aml", "cml", "myeloid", "myelodysplas", "myeloprolif"),
          tissue("OVARY", "ovary_uterus_cervix", "ovar", "fallopian"),
          tissue("UTERUS", "ovary_uterus_cervix", "uter", "endometri"),
          tissue("CERVIX", "ovary_uterus_cervix", "cervi", "hpv"),
          tissue("VULVA", "ovary_uterus_cervix", "vulva", "vagina"),
          tissue("KIDNEY", "kidney_bladder", "kidney", "renal", "wilms"),
          tissue("BLADDER", "kidney_bladder", "bladder", "urothel"),
          tissue("THYROID", "thyroid_endocrine", "thyroid"),
          tissue("ADRENAL_GLAND", "thyroid_endocrine", "adren", "pheochromocytom"),
          tissue("BONE", "bone_soft_tissue", "bone", "osteosarcom", "ewing", "chondrosarcom"),
          tissue("SOFT_TISSUE", "bone_soft_tissue", "soft tissue", "sarcom", "rhabdomyo", "gist"));

  private Tissues() {}

  private static Tissue tissue(String code, String cancer, String... words) {
    return new Tissue(code, cancer, List.of(words));
  }

  /** Whether a word of the text begins so. */
  private static boolean begins(String text, String beginning) {
    int at = text.indexOf(beginning);
    while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      at = text.indexOf(beginning, at + 1);
    }
    return at >= 0;
  }

  /** The codes of the tissues, in their order. */
  static Set<String> of(RecordDocument document) {
    return of(
        document.record().cancers(),
        document.record().title(),
        document.text().keywords(),
        document.text().summary());
  }

  /** The codes of the tissues of these cancers that these texts name, in their order. */
  static Set<String> of(List<String> cancers, @Nullable String... texts) {
    if (cancers.isEmpty()) {
      return Set.of();
    }
    List<Tissue> covered =
        ALL.stream().filter(tissue -> cancers.contains(tissue.cancer())).toList();
    boolean told = covered.stream().allMatch(tissue -> tissue.words().isEmpty());
    String words = told ? "" : words(texts);
    return covered.stream()
        .filter(tissue -> tissue.named(words))
        .map(Tissue::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String words(@Nullable String... texts) {
    String text = Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    String parted = Normalizer.normalize(text, Normalizer.Form.NFD);
    return ACCENTS.matcher(parted).replaceAll("").toLowerCase(Locale.ROOT).replace("œ", "oe");
  }
}
