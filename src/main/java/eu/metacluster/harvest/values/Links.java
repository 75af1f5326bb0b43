package eu.metacluster.harvest.values;

import eu.metacluster.harvest.CleanText;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Web addresses as pages write them. */
public final class Links {

  private static final int LONGEST = 2_000;
  private static final Pattern UNSAFE = Pattern.compile("[\\s\"<>\\\\^`{|}]");

  private Links() {}

  /**
   * The address that a link leads to.
   *
   * @param raw as written, perhaps relative
   * @param base where it stands
   * @return an http or https address without a fragment; null for anything else
   */
  public static @Nullable URI web(String raw, URI base) {
    String link = CleanText.line(raw);
    if (link.isEmpty() || link.length() > LONGEST) {
      return null;
    }
    try {
      URI address = base.resolve(relative(safe(link), base)).normalize();
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      boolean open = address.getHost() != null && address.getUserInfo() == null;
      return web && open ? withoutFragment(address) : null;
    } catch (IllegalArgumentException | URISyntaxException e) {
      return null;
    }
  }

  /** The same as text; empty when it leads nowhere on the web. */
  public static String text(String raw, URI base) {
    URI address = web(raw, base);
    return address == null ? "" : address.toString();
  }

  private static URI withoutFragment(URI address) throws URISyntaxException {
    String text = address.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? address : new URI(text.substring(0, hash));
  }

  /** A query alone is of the same page (RFC 3986, 5.2.2), which java.net.URI does not know. */
  private static String relative(String link, URI base) {
    return link.startsWith("?") ? String.valueOf(base.getRawPath()) + link : link;
  }

  /** Characters that no address may have, but many do, in the writing that addresses have. */
  private static String safe(String link) {
    return UNSAFE
        .matcher(link)
        .replaceAll(
            found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /** The address with a query parameter set to this value. */
  public static URI with(URI address, String name, String value) {
    String query = address.getRawQuery();
    StringBuilder next = new StringBuilder();
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      if (!part.isEmpty() && !part.startsWith(name + '=')) {
        next.append(part).append('&');
      }
    }
    next.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    String text = address.toString();
    int end = text.indexOf('?') < 0 ? text.indexOf('#') : text.indexOf('?');
    return URI.create((end < 0 ? text : text.substring(0, end)) + '?' + next);
  }
}
