package eu.metacluster.screening.linkage;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The part of a web address that one organisation owns: {@code uni-graz.at} of a page there. */
final class WebDomain {

  private static final Set<String> SECOND_LEVEL =
      Set.of(
          "ac", "co", "edu", "gov", "org", "com", "net", "gob", "gouv", "or", "go", "mil", "nhs");

  private WebDomain() {}

  static String of(String address) {
    String rest = address.strip().toLowerCase(Locale.ROOT);
    int scheme = rest.indexOf("://");
    rest = scheme < 0 ? rest : rest.substring(scheme + 3);
    int end = 0;
    while (end < rest.length() && "/:?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    List<String> labels = List.of(rest.substring(0, end).split("\\.", -1));
    int count = labels.size();
    if (count < 2 || labels.getLast().isEmpty()) {
      return "";
    }
    int kept =
        count > 2 && labels.getLast().length() == 2 && SECOND_LEVEL.contains(labels.get(count - 2))
            ? 3
            : 2;
    return String.join(".", labels.subList(count - kept, count));
  }
}
