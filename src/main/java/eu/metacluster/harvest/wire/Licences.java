package eu.metacluster.harvest.wire;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Licences as sources write them, to SPDX identifiers where the two mean the same. */
public final class Licences {

  private static final Pattern COMMONS =
      Pattern.compile(
          "creativecommons\\.org/(licenses|publicdomain)/([a-z-]+)(?:/(\\d\\.\\d))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SPDX =
      Pattern.compile("(?:spdx|opensource)\\.org/licenses?/([\\w.+-]+?)(?:\\.html|\\.json|/)?$");
  private static final Pattern SHORT =
      Pattern.compile(
          "cc[ -]?((?:by|zero|0)(?:[ -](?:nc|nd|sa))*)(?:[ -]v?(\\d\\.\\d))?",
          Pattern.CASE_INSENSITIVE);

  /** Those read before; sources use few and repeat them in every record. */
  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private static final int MOST = 1000;

  private Licences() {}

  /** SPDX for what is known, the words of the source otherwise. */
  public static String of(String raw) {
    String text = Prose.line(raw);
    String known = KNOWN.get(text);
    if (known != null) {
      return known;
    }
    String read = read(text);
    if (KNOWN.size() < MOST) {
      KNOWN.put(text, read);
    }
    return read;
  }

  private static String read(String text) {
    Matcher commons = COMMONS.matcher(text);
    if (commons.find()) {
      return commons.group(1).equals("publicdomain")
          ? publicDomain(commons.group(2))
          : commons(commons.group(2), commons.group(3));
    }
    Matcher spdx = SPDX.matcher(text);
    if (spdx.find()) {
      return spdx.group(1);
    }
    Matcher brief = SHORT.matcher(text);
    if (brief.matches()) {
      boolean zero = !brief.group(1).toLowerCase(Locale.ROOT).startsWith("by");
      return zero ? "CC0-1.0" : commons(brief.group(1), brief.group(2));
    }
    return text;
  }

  private static String publicDomain(String word) {
    return word.equals("zero") ? "CC0-1.0" : "CC-PDM-1.0";
  }

  private static String commons(String parts, @Nullable String version) {
    String name = "CC-" + parts.replace(' ', '-').toUpperCase(Locale.ROOT);
    return version == null ? name : name + '-' + version;
  }
}
