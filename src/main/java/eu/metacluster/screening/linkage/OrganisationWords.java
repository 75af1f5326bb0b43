package eu.metacluster.screening.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words of names of organisations: folded, umlauts written as two letters joined to one, common
 * short forms and translations of the generic words brought to one form, legal forms dropped.
 */
final class OrganisationWords {

  private static final Set<String> EMPTY =
      Set.of(
          "the", "of", "and", "for", "in", "at", "on", "de", "del", "della", "delle", "dei", "di",
          "do", "da", "des", "du", "la", "le", "les", "l", "el", "et", "y", "e", "i", "und", "fur",
          "der", "die", "das", "zu", "zur", "van", "voor", "och", "av", "og", "a", "an", "to",
          "degli", "dell", "d", "w", "im", "os", "as", "los", "las", "en", "z");

  private static final Set<String> LEGAL =
      Set.of(
          "gmbh",
          "ltd",
          "limited",
          "inc",
          "llc",
          "ag",
          "bv",
          "nv",
          "sa",
          "srl",
          "spa",
          "sas",
          "sl",
          "ab",
          "oy",
          "oyj",
          "as",
          "aps",
          "kft",
          "zrt",
          "doo",
          "sro",
          "plc",
          "corp",
          "corporation",
          "co",
          "ev",
          "ggmbh",
          "stichting",
          "fundacion",
          "fundacio",
          "scarl",
          "asbl",
          "vzw",
          "ibet",
          "lda",
          "sarl",
          "kg",
          "sp",
          "zoo",
          "ou",
          "uab",
          "sia",
          "ad",
          "ead",
          "ood",
          "eood",
          "company",
          "se",
          "eeig",
          "epe");

  private static final Map<String, String> ONE_FORM =
      Map.ofEntries(
          same(
              "university",
              "univ",
              "universidad",
              "universidade",
              "universita",
              "universite",
              "universitat",
              "universiteit",
              "universitet",
              "universitetet",
              "uniwersytet",
              "univerzita",
              "univerzitet",
              "univerza",
              "universitatea",
              "universitas",
              "sveuciliste",
              "panepistemio",
              "panepistimio",
              "universitesi",
              "yliopisto",
              "ulikool",
              "universitates",
              "universitate",
              "universitets",
              "uni",
              "universities",
              "universitario",
              "unversity",
              "univercity",
              "universiy",
              "egyetem",
              "universitetas"),
          same(
              "institute",
              "inst",
              "instituto",
              "institut",
              "istituto",
              "instytut",
              "institutt",
              "instituut",
              "ustav",
              "institutet",
              "institutul",
              "institucio",
              "institutes",
              "intezet",
              "instituts",
              "institutas"),
          same(
              "hospital",
              "hosp",
              "hopital",
              "hospitals",
              "ospedale",
              "ziekenhuis",
              "krankenhaus",
              "hospitalier",
              "hopitaux",
              "sykehus",
              "sjukhus",
              "szpital",
              "hospitalet"),
          same(
              "center", "centre", "centro", "zentrum", "centrum", "ctr", "centar", "centru",
              "centres", "centers", "cent"),
          same("department", "dept", "departamento", "departement", "dipartimento", "departments"),
          same(
              "national",
              "natl",
              "nacional",
              "nationale",
              "nazionale",
              "nacionalni",
              "nat",
              "narodni",
              "narodowy"),
          same(
              "technology",
              "technol",
              "tech",
              "tecnologia",
              "technologie",
              "technologies",
              "tecnologico",
              "tecnologica"),
          same(
              "technical",
              "technische",
              "tecnica",
              "technique",
              "technicka",
              "politechnika",
              "polytechnic",
              "politecnico",
              "tehnica",
              "tekniska",
              "techniki"),
          same(
              "science",
              "sci",
              "sciences",
              "ciencias",
              "ciencia",
              "wissenschaften",
              "scienze",
              "nauk",
              "scientific"),
          same(
              "medical",
              "med",
              "medico",
              "medica",
              "medizinische",
              "medicale",
              "medicine",
              "medicina",
              "medyczny"),
          same(
              "research",
              "res",
              "recherche",
              "investigacion",
              "ricerca",
              "forschung",
              "investigacao",
              "recherches",
              "ricerche",
              "investigaciones",
              "investigacio"),
          same("academy", "acad", "academia", "akademia", "akademie", "accademia", "academie"),
          same("college", "coll", "collage"),
          same("school", "sch", "escuela", "ecole", "scuola", "escola", "schule"),
          same(
              "faculty",
              "fac",
              "faculte",
              "facultad",
              "fakultat",
              "faculdade",
              "facolta",
              "wydzial"),
          same(
              "ministry",
              "ministerio",
              "ministere",
              "ministerstvo",
              "ministerie",
              "ministero",
              "ministerstwo",
              "ministerul",
              "ministerium"),
          same(
              "foundation",
              "fundacio",
              "fondazione",
              "fondation",
              "fundacao",
              "fundacion",
              "stiftung",
              "fundacja",
              "stiftelsen"),
          same("saint", "st", "sankt", "sint", "san"),
          same("international", "int", "intl", "internacional", "internationale", "internazionale"),
          same("engineering", "eng", "engn", "ingenieria"),
          same("applied", "appl", "angewandte"),
          same(
              "association",
              "assoc",
              "asociacion",
              "associacao",
              "associazione",
              "asociatia",
              "verein"));

  private OrganisationWords() {}

  @SafeVarargs
  private static Map.Entry<String, String> same(String... forms) {
    return Map.entry(forms[0], String.join(" ", forms));
  }

  private static final Map<String, String> FORM = forms();

  private static Map<String, String> forms() {
    Map<String, String> forms = new java.util.HashMap<>();
    ONE_FORM.forEach(
        (form, all) -> {
          for (String one : List.of(all.split(" "))) {
            forms.putIfAbsent(one, form);
          }
        });
    return Map.copyOf(forms);
  }

  /** The words that name; all words when nothing else would be left. */
  static List<String> of(String text) {
    List<String> all = new ArrayList<>();
    List<String> naming = new ArrayList<>();
    for (String word : Folding.words(text)) {
      String joined = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
      String one = FORM.getOrDefault(joined, joined);
      all.add(one);
      if (!EMPTY.contains(one) && !LEGAL.contains(one)) {
        naming.add(one);
      }
    }
    return naming.isEmpty() ? all : naming;
  }

  static boolean generic(String word) {
    return ONE_FORM.containsKey(word);
  }
}
