package eu.metacluster.opendata.dumps;

import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.rdf.RecordTriples;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** The whole set as RDF: the N-Triples of one record after the other, compressed. */
@Component
class TriplesFile implements ExtraDump {

  private final RecordTriples triples;

  TriplesFile(RecordTriples triples) {
    this.triples = triples;
  }

  @Override
  public String name() {
    return "records.nt.gz";
  }

  @Override
  public String type() {
    return "application/n-triples";
  }

  @Override
  public Writer open(OutputStream out) {
    return new Writer() {
      @Override
      public void add(Item item) throws IOException {
        out.write(triples.of(item));
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }
}
