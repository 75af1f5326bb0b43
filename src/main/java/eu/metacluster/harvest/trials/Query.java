package eu.metacluster.harvest.trials;

import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.wire.Refresh;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;

/** What is asked of the register, and from which day of its updates on. */
final class Query {

  private static final int PER_PAGE = 200;

  /** The register's days end when those of the United States do. */
  private static final int OVERLAP_DAYS = 2;

  private final Refresh refresh;
  private final String base;

  Query(Remote remote) {
    String asked =
        String.join(
            "\n",
            remote.setting("condition"),
            remote.setting("term"),
            remote.setting("status"),
            remote.setting("filter"));
    refresh = new Refresh(remote, asked);
    String typed =
        remote.address().toString().replaceAll("[?&](?:pageToken|pageSize|countTotal)=[^&]*", "");
    boolean single = String.valueOf(remote.address().getPath()).matches(".*/NCT\\d{8}/?");
    StringBuilder address = new StringBuilder(typed);
    if (!single) {
      arguments(remote, address);
    }
    base = address.toString();
  }

  private void arguments(Remote remote, StringBuilder address) {
    put(address, "query.cond", remote.setting("condition"));
    put(address, "query.term", remote.setting("term"));
    put(address, "filter.overallStatus", remote.setting("status").replaceAll("[ ,]+", "|"));
    put(address, "filter.advanced", filter(remote.setting("filter")));
    put(address, "countTotal", "true");
    put(address, "pageSize", String.valueOf(PER_PAGE));
  }

  private String filter(String set) {
    Instant since = refresh.since();
    if (since == null) {
      return set;
    }
    String day = since.atZone(ZoneOffset.UTC).toLocalDate().minusDays(OVERLAP_DAYS).toString();
    String changed = "AREA[LastUpdatePostDate]RANGE[" + day + ",MAX]";
    return set.isBlank() ? changed : "(" + set + ") AND " + changed;
  }

  private static void put(StringBuilder address, String name, String value) {
    if (!value.isBlank()) {
      address
          .append(address.indexOf("?") < 0 ? '?' : '&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value.strip(), StandardCharsets.UTF_8));
    }
  }

  /** The address of a page; the first has no token. */
  URI page(String token) {
    StringBuilder address = new StringBuilder(base);
    put(address, "pageToken", token);
    return URI.create(address.toString());
  }

  /** Whether everything is asked for, and not what has changed alone. */
  boolean whole() {
    return refresh.since() == null;
  }

  /** Notes that this reading ended well; one that found nothing at all is none to go on from. */
  void remember(int found) {
    if (found > 0 || !whole()) {
      refresh.remember();
    }
  }
}
