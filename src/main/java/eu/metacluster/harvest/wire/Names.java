package eu.metacluster.harvest.wire;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that registries gave to things, found in the words in which sources write them. */
public final class Names {

  private static final int LONGEST_ADDRESS = 2000;
  private static final Pattern DOI =
      Pattern.compile(
          "(?:^|doi:\\s*|info:doi/|doi\\.org/)(10\\.\\d{4,9}/\\S{1,400})",
          Pattern.CASE_INSENSITIVE);
  private static final String RESOLVER = "https://doi.org/";
  private static final Pattern BARE = Pattern.compile("10\\.\\d{4,9}/\\S{1,400}");
  private static final Pattern PMID =
      Pattern.compile("(?:pmid:|info:pmid/|pubmed/)\\s*(\\d{1,9})\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern AGREEMENT =
      Pattern.compile(
          "info:eu-repo/grantAgreement/(?:EC|European Commission)/[^/]*/(\\d{6,9})\\b.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EUROPE =
      Pattern.compile(
          ".*(?:european commission|european research council|horizon 2020|horizon europe|"
              + "framework program|marie sk|\\berc\\b|\\bec\\b|cordis).*",
          Pattern.CASE_INSENSITIVE);

  /** Funders of the Union in the Crossref registry. */
  private static final Pattern FUNDREF =
      Pattern.compile(
          ".*10\\.13039/(501100000780|501100000781|100010661|100010663|100010665"
              + "|501100004963|100011102|100019180|100018693|100018694|501100007601)\\b.*");

  private static final Pattern NUMBER = Pattern.compile("(?:\\D*\\b)?(\\d{6}|\\d{9})\\b\\D*");

  private Names() {}

  /** The DOI in a text that is one, with or without resolver; empty when it is none. */
  public static String doi(String raw) {
    int at = raw.indexOf("10.");
    if (at < 0) {
      return "";
    }
    if (at == 0 || raw.startsWith(RESOLVER)) {
      String bare = at == 0 ? raw : raw.substring(RESOLVER.length());
      if (BARE.matcher(bare).matches()) {
        return bare.toLowerCase(Locale.ROOT);
      }
    }
    Matcher match = DOI.matcher(raw.strip());
    return match.find() ? match.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /** The PubMed number in a text that says so; empty when it says none. */
  public static String pmid(String raw) {
    if (raw.indexOf("mid") < 0 && raw.indexOf("MID") < 0 && raw.indexOf("ubmed") < 0) {
      return "";
    }
    Matcher match = PMID.matcher(raw);
    return match.find() ? match.group(1) : "";
  }

  /** The number of a grant agreement of the Commission in an OpenAIRE name; else empty. */
  public static String agreement(String raw) {
    if (!raw.contains("grantAgreement")) {
      return "";
    }
    Matcher match = AGREEMENT.matcher(raw.strip());
    return match.matches() ? match.group(1) : "";
  }

  /** The grant number when the funder is the Union's and the award is such a number; else empty. */
  public static String grant(String funder, String award) {
    Matcher number = NUMBER.matcher(award.strip());
    boolean union = EUROPE.matcher(funder).matches() || FUNDREF.matcher(funder).matches();
    return union && number.matches() ? number.group(1) : "";
  }

  /** An address of the web; empty when it is none or endless. */
  public static String address(String raw) {
    String text = raw.strip();
    String lower = text.toLowerCase(Locale.ROOT);
    if (text.length() > LONGEST_ADDRESS
        || !(lower.startsWith("http://") || lower.startsWith("https://"))) {
      return "";
    }
    try {
      return URI.create(text).getHost() == null ? "" : text;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
