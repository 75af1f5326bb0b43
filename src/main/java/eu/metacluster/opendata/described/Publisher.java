package eu.metacluster.opendata.described;

import eu.metacluster.platform.SiteAddress;
import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who publishes the data, as machines are told. */
@Component
public class Publisher {

  private static final String NOWHERE = "metacluster.localhost";
  private static final String DOMAIN = "[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+";

  private final String name;
  private final String contact;
  private final SiteAddress site;

  Publisher(
      @Value("${metacluster.publisher:Metacluster}") String name,
      @Value("${metacluster.contact:}") String contact,
      SiteAddress site) {
    this.name = name.strip();
    this.contact = contact.strip();
    this.site = site;
  }

  /** The organisation's name. */
  public String name() {
    return name;
  }

  /** The whole address of a page of this site. */
  public String address(String path) {
    return site.of(path);
  }

  /** Where to write to; an address at this site's domain when none is set. */
  public String email() {
    return contact.matches("\\S+@(\\S+\\.)+\\S+") ? contact : "open-data@" + domain();
  }

  /** Whether somebody said where to write to. */
  public boolean hasContact() {
    return contact.matches("\\S+@(\\S+\\.)+\\S+");
  }

  /** The domain under which records have their names for ever. */
  public String domain() {
    String host = URI.create(site.of("")).getHost();
    String domain = host == null ? "" : host.toLowerCase(Locale.ROOT);
    return domain.matches(DOMAIN) ? domain : NOWHERE;
  }
}
