package eu.metacluster.harvest.feeds;

import eu.metacluster.harvest.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first element of an answer, found without reading the rest. */
final class XmlStart {

  private static final Pattern ROOT = Pattern.compile("\\G<([A-Za-z][\\w.-]*(?::[\\w.-]+)?)");

  private XmlStart() {}

  /** Its name; empty when the answer does not begin like XML or HTML. */
  static String root(Answer answer, int bytes) {
    try (InputStream in = answer.open()) {
      return root(new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return "";
    }
  }

  /** Comments, processing instructions and document types may come before it. */
  static String root(String head) {
    int at = head.indexOf('<');
    boolean blank = at >= 0 && head.substring(0, at).chars().allMatch(c -> c <= ' ' || c > 0x7F);
    while (blank && at >= 0) {
      Matcher root = ROOT.matcher(head);
      if (root.find(at)) {
        return root.group(1);
      }
      String end = head.startsWith("<!--", at) ? "-->" : head.startsWith("<?", at) ? "?>" : ">";
      int close = head.indexOf(end, at);
      at = close < 0 ? -1 : head.indexOf('<', close + end.length());
    }
    return "";
  }
}
