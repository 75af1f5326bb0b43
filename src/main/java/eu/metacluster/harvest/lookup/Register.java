package eu.metacluster.harvest.lookup;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * Somebody who can be asked about one thing by its name.
 *
 * @param connector id of the connector that reads the answer
 * @param source its own name
 * @param template its address, with <code>{id}</code> where the name goes
 * @param machines whether the address is made for programs, so that the rules of its pages do not
 *     hold for it
 */
record Register(String connector, String source, String template, boolean machines) {

  private static final String NAME = "{id}";

  /** Where the thing with this name is asked for. */
  URI address(String id) {
    int at = template.indexOf(NAME);
    boolean query = at > 0 && template.lastIndexOf('?', at) >= 0;
    String written =
        query
            ? UriUtils.encodeQueryParam(id, StandardCharsets.UTF_8)
            : UriUtils.encodePath(id, StandardCharsets.UTF_8);
    return URI.create(template.replace(NAME, written));
  }
}
