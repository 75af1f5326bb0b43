package eu.metacluster.platform.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where to go back to, as a browser told us: a path of this site, or else the home page. */
public final class LocalPath {

  private LocalPath() {}

  /**
   * The path with its query, when it cannot lead to another site; otherwise {@code /}.
   *
   * @param asked what came with the request, trusted in no way
   */
  public static String of(@Nullable String asked) {
    if (asked == null
        || asked.length() > 1500
        || !asked.startsWith("/")
        || asked.startsWith("//")
        || asked.contains("\\")
        || asked.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      return "/";
    }
    try {
      URI uri = URI.create(asked);
      return uri.getHost() == null && uri.getScheme() == null ? uri.toASCIIString() : "/";
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}
