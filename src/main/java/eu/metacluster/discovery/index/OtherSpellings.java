package eu.metacluster.discovery.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How else the same words are written: British and American, and German or Nordic letters as two
 * (Universitätsklinikum, Universitaetsklinikum). Who types one of them means the other as well;
 * stems do not bring them together. What is no word finds nothing, so that rules may be broad.
 */
final class OtherSpellings {

  private static final List<Rule> AMERICAN =
      rules(
          "\\b(tum|col|behavi|neighb|lab|hum|od|vap|fav)our", "$1or",
          "(?<=\\p{L}{3})is(e|ed|es|ing|ation|ations|er|ers)\\b", "iz$1",
          "\\b(anal|paral|catal|hydrol|dial)ys(e|ed|es|ing|er|ers)\\b", "$1yz$2",
          "haem", "hem",
          "aemi", "emi",
          "paed", "ped",
          "oesoph", "esoph",
          "oedem", "edem",
          "\\boestr", "estr",
          "gynaec", "gynec",
          "anaesth", "anesth",
          "rrhoea", "rrhea",
          "\\bfoet", "fet",
          "sulph", "sulf",
          "\\b(cent|fib|lit|met)re(s?)\\b", "$1er$2",
          "\\bprogramme(s?)\\b", "program$1",
          "\\bageing\\b", "aging",
          "(mode|signa|labe)ll(ing|ed)\\b", "$1l$2");

  private static final List<Rule> BRITISH =
      rules(
          "\\b(tum|col|behavi|neighb|lab|hum|od|vap|fav)or(?!at|an|on|oid)", "$1our",
          "(?<=\\p{L}{3})iz(e|ed|es|ing|ation|ations|er|ers)\\b", "is$1",
          "\\b(anal|paral|catal|hydrol|dial)yz(e|ed|es|ing|er|ers)\\b", "$1ys$2",
          "\\bhem(?=at|op|og|or)", "haem",
          "(?<![a])emi(?=as?\\b|c\\b)", "aemi",
          "\\bpedi", "paedi",
          "orthoped", "orthopaed",
          "(?<!o)esoph", "oesoph",
          "\\bedem", "oedem",
          "\\bestr(?=og|ad)", "oestr",
          "gynec", "gynaec",
          "anesth", "anaesth",
          "rrhea", "rrhoea",
          "\\bfet(?=us|al)", "foet",
          "sulf", "sulph",
          "\\b(cent|fib|lit|met)er(s?)\\b", "$1re$2",
          "\\bprogram(s?)\\b", "programme$1",
          "\\baging\\b", "ageing",
          "(mode|signa|labe)l(ing|ed)\\b", "$1ll$2");

  private static final List<Rule> AS_TWO =
      rules("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe");

  private static final List<Rule> AS_ONE =
      rules("(?<![hp])([ao])e(?=[bcdfghklmnprstvwxz])", "$1", "(?<![qg])ue(?=[bcdhklmnrstz])", "u");

  private static final int LONGEST = 80;

  private OtherSpellings() {}

  private record Rule(Pattern from, String to) {}

  private static List<Rule> rules(String... pairs) {
    Rule[] rules = new Rule[pairs.length / 2];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = new Rule(Pattern.compile(pairs[2 * i]), pairs[2 * i + 1]);
    }
    return List.of(rules);
  }

  /** The other ways to write a text; none for most. */
  static List<String> of(String text) {
    if (text.length() > LONGEST) {
      return List.of();
    }
    String plain = text.toLowerCase(Locale.ROOT);
    Set<String> others = new LinkedHashSet<>();
    for (List<Rule> rules : List.of(AMERICAN, BRITISH, AS_TWO, AS_ONE)) {
      others.add(written(plain, rules));
    }
    others.remove(plain);
    return List.copyOf(others);
  }

  private static String written(String text, List<Rule> rules) {
    String other = text;
    for (Rule rule : rules) {
      other = rule.from().matcher(other).replaceAll(rule.to());
    }
    return other;
  }
}
