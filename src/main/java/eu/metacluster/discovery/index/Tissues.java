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

/**
 * The tissues of OncoTree (CC BY 4.0) that a record is about, by the cancers it names. Where a
 * cancer of the codebook covers several tissues, the words of the record decide among them.
 */
final class Tissues {

  /** A tissue, the cancer that covers it, and the words that name it; none when it is the only. */
  private record Tissue(String code, String cancer, Pattern words) {}

  private static final Pattern ANY = Pattern.compile("");

  private static final List<Tissue> ALL =
      List.of(
          only("BREAST", "breast"),
          only("LUNG", "lung"),
          only("BOWEL", "colorectal"),
          only("PROSTATE", "prostate"),
          only("PANCREAS", "pancreas"),
          only("HEAD_NECK", "head_neck"),
          one("LIVER", "liver_biliary", "liver|hepat"),
          one("BILIARY_TRACT", "liver_biliary", "bile|biliary|cholangi|gallbladder"),
          one("STOMACH", "stomach_oesophagus", "stomach|gastric|o?esophag|gastro-?o?esoph"),
          one("BRAIN", "brain_nerves", "brain|gliom|glioblastom|medulloblastom|cns|mening"),
          one("PNS", "brain_nerves", "peripheral nerv|neurofibrom|schwannom|neuroblastom"),
          one("SKIN", "skin_melanoma", "skin|melanom|cutaneous|merkel"),
          one("EYE", "skin_melanoma", "uveal|ocular|eye|retinoblastom"),
          one("LYMPH", "blood", "lymph"),
          one("MYELOID", "blood", "leuk|aml|cml|myeloid|myelodysplas|myeloprolif"),
          one("OVARY", "ovary_uterus_cervix", "ovar|fallopian"),
          one("UTERUS", "ovary_uterus_cervix", "uter|endometri"),
          one("CERVIX", "ovary_uterus_cervix", "cervi|hpv"),
          one("VULVA", "ovary_uterus_cervix", "vulva|vagina"),
          one("KIDNEY", "kidney_bladder", "kidney|renal|wilms"),
          one("BLADDER", "kidney_bladder", "bladder|urothel"),
          one("THYROID", "thyroid_endocrine", "thyroid"),
          one("ADRENAL_GLAND", "thyroid_endocrine", "adren|pheochromocytom"),
          one("BONE", "bone_soft_tissue", "bone|osteosarcom|ewing|chondrosarcom"),
          one("SOFT_TISSUE", "bone_soft_tissue", "soft tissue|sarcom|rhabdomyo|gist"));

  private Tissues() {}

  private static Tissue only(String code, String cancer) {
    return new Tissue(code, cancer, ANY);
  }

  private static Tissue one(String code, String cancer, String words) {
    return new Tissue(code, cancer, Pattern.compile("\\b(?:" + words + ")"));
  }

  /** The codes of the tissues, in their order. */
  static Set<String> of(RecordDocument document) {
    List<String> cancers = document.record().cancers();
    if (cancers.isEmpty()) {
      return Set.of();
    }
    List<Tissue> covered =
        ALL.stream().filter(tissue -> cancers.contains(tissue.cancer())).toList();
    boolean told = covered.stream().allMatch(tissue -> tissue.words() == ANY);
    String words = told ? "" : words(document);
    return covered.stream()
        .filter(tissue -> tissue.words().matcher(words).find())
        .map(Tissue::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String words(RecordDocument document) {
    String text =
        Stream.of(document.record().title(), document.text().keywords(), document.text().summary())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
  }
}
