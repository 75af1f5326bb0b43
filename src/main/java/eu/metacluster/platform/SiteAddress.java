package eu.metacluster.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people reach this site, for links in mails and on the console. It is never taken from a
 * request: whoever sends one could make the links of others lead elsewhere.
 */
@Component
public class SiteAddress {

  private final @Nullable String configured;
  private final Environment environment;
  private volatile @Nullable String port;

  SiteAddress(
      @Value("${metacluster.address:#{null}}") @Nullable String configured,
      Environment environment) {
    this.configured = configured == null || configured.isBlank() ? null : configured.strip();
    this.environment = environment;
  }

  /**
   * The whole address of a page.
   *
   * @param path begins with a slash; empty for the site itself
   */
  public String of(String path) {
    String base = configured == null ? "http://localhost:" + port() : configured;
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }

  /** To look it up for each link of each mail would take longer than the rest of the mail. */
  private String port() {
    String known = port;
    if (known != null) {
      return known;
    }
    String answering = environment.getProperty("local.server.port");
    port = answering;
    return answering == null ? environment.getProperty("server.port", "8080") : answering;
  }
}
