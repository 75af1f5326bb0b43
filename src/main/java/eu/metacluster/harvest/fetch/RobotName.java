package eu.metacluster.harvest.fetch;

import eu.metacluster.platform.SiteAddress;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the harvest introduces itself to servers. */
@Component
final class RobotName {

  /** The name that a robots.txt would use. */
  static final List<String> NAMES = List.of("metacluster");

  private final String contact;
  private final String site;

  @Autowired
  RobotName(@Value("${metacluster.contact:}") String contact, SiteAddress site) {
    this(contact, site.of(""));
  }

  RobotName(String contact, String site) {
    this.contact = contact.replaceAll("[^\\p{Alnum}@._+-]", "");
    this.site = site;
  }

  /** Name, where one reads more, and whom one writes to. */
  String userAgent() {
    String whom = contact.isEmpty() ? "" : "; " + contact;
    return "Metacluster/0.1 (+" + site + whom + ")";
  }
}
