package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Finding;
import eu.metacluster.harvest.Problem;
import java.util.List;

/**
 * What would come in from an address.
 *
 * @param connector id of the connector that can read it; empty when none can
 * @param findings the first things read
 * @param more whether there is more than was read
 * @param trouble key of the sentence that says why nothing, or not all, came; empty when all is
 *     well
 * @param code its quotable code
 * @param detail what the sentence needs beside its words
 */
public record Preview(
    String address,
    String connector,
    List<Finding> findings,
    List<Problem> problems,
    boolean more,
    String trouble,
    String code,
    String detail) {

  static Preview failed(String address, String connector, String code, String key, String detail) {
    return new Preview(address, connector, List.of(), List.of(), false, key, code, detail);
  }
}
