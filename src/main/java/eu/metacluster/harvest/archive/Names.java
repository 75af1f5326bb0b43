package eu.metacluster.harvest.archive;

import eu.metacluster.harvest.Reason;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a member's name allows. */
final class Names {

  private static final List<String> ARCHIVES =
      List.of(
          ".zip",
          ".tar",
          ".tgz",
          ".txz",
          ".tar.gz",
          ".tar.xz",
          ".tar.bz2",
          ".7z",
          ".rar",
          ".jar",
          ".bz2",
          ".xz",
          ".zst");

  private Names() {}

  /** Why a member of this name is not read; null when it may be. */
  static @Nullable Reason refusal(String name) {
    if (name.startsWith("/") || name.startsWith("\\") || name.indexOf('\0') >= 0 || drive(name)) {
      return Reason.PATH;
    }
    for (String part : name.replace('\\', '/').split("/", -1)) {
      if (part.equals("..")) {
        return Reason.PATH;
      }
    }
    return archive(name) ? Reason.NESTED : null;
  }

  private static boolean drive(String name) {
    return name.length() > 1 && name.charAt(1) == ':';
  }

  static boolean archive(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ARCHIVES.stream().anyMatch(lower::endsWith);
  }

  static boolean gzip(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  static String withoutGzip(String name) {
    return gzip(name) ? name.substring(0, name.length() - 3) : name;
  }
}
