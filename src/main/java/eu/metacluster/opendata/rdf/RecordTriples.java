package eu.metacluster.opendata.rdf;

import eu.metacluster.opendata.described.Descriptions;
import eu.metacluster.opendata.items.Item;
import java.io.ByteArrayOutputStream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.springframework.stereotype.Component;

/** Records as N-Triples, one after the other, for files that are streamed. */
@Component
public class RecordTriples {

  private final Descriptions descriptions;
  private final RecordGraph graph;

  RecordTriples(Descriptions descriptions, RecordGraph graph) {
    this.descriptions = descriptions;
    this.graph = graph;
  }

  /**
   * The lines of one record, claims with their sources included. What stands in one behind the
   * other is a valid file: there are no blank nodes whose names could meet.
   *
   * @param item not a deleted one
   */
  public byte[] of(Item item) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    RDFWriter.source(graph.of(descriptions.of(item), true))
        .format(RDFFormat.NTRIPLES_UTF8)
        .output(lines);
    return lines.toByteArray();
  }
}
