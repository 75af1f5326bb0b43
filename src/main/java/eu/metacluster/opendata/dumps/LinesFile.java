package eu.metacluster.opendata.dumps;

import eu.metacluster.opendata.items.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Records as JSON, one in a line, as the interface for programs gives them with their claims. */
public final class LinesFile {

  private final OutputStream out;
  private final String site;

  /**
   * @param site address of this site without a slash at the end
   */
  public LinesFile(OutputStream out, String site) {
    this.out = out;
    this.site = site;
  }

  /** Writes one record. */
  public void add(Item item) throws IOException {
    String head =
        "{\"url\":\""
            + site
            + "/api/v1/records"
            + item.path()
            + "\",\"position\":"
            + item.position()
            + ",\"modified\":\""
            + item.changedAt()
            + "\",";
    out.write(head.getBytes(StandardCharsets.UTF_8));
    byte[] body = item.body().getBytes(StandardCharsets.UTF_8);
    out.write(body, 1, body.length - 2);
    out.write(",\"claims\":".getBytes(StandardCharsets.UTF_8));
    out.write(item.claims().getBytes(StandardCharsets.UTF_8));
    out.write("}\n".getBytes(StandardCharsets.UTF_8));
  }
}
