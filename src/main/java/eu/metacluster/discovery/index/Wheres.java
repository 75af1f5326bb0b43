package eu.metacluster.discovery.index;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;

/** Hands over where each that is found happens. */
final class Wheres extends SimpleCollector {

  private final Consumer<BytesRef> taker;
  private BinaryDocValues values = DocValues.emptyBinary();

  Wheres(Consumer<BytesRef> taker) {
    this.taker = taker;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
    values = DocValues.getBinary(leaf.reader(), IndexFields.WHERE);
  }

  @Override
  public void collect(int document) throws IOException {
    if (values.advanceExact(document)) {
      taker.accept(values.binaryValue());
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
