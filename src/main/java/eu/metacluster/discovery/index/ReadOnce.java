package eu.metacluster.discovery.index;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene90.Lucene90DocValuesFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Columns that are read once when a segment is opened, and kept in memory in a shape of their own,
 * see {@link SegmentFacets} and {@link SegmentPlaces}. They are written as the library writes all
 * columns, in a file of their own, which {@link LinesDirectory} does not map into memory. Public
 * because the library finds formats by their names.
 */
public final class ReadOnce extends DocValuesFormat {

  private static final String NAME = "ReadOnce";
  private static final String COLUMNS = ".dvd";
  private static final Set<String> FIELDS = Set.of(FacetFilter.FIELD, IndexFields.WHERE);

  private final DocValuesFormat usual = new Lucene90DocValuesFormat();

  /** For the library, which makes it when it reads an index. */
  public ReadOnce() {
    super(NAME);
  }

  /** Writes these columns apart, everything else as usual. */
  static Codec codec() {
    DocValuesFormat apart = new ReadOnce();
    return new Lucene104Codec() {
      @Override
      public DocValuesFormat getDocValuesFormatForField(String field) {
        return FIELDS.contains(field) ? apart : super.getDocValuesFormatForField(field);
      }
    };
  }

  /** Whether a file of this name holds such columns. */
  static boolean holds(String file) {
    return file.endsWith(COLUMNS) && file.contains('_' + NAME + '_');
  }

  @Override
  public DocValuesConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    return usual.fieldsConsumer(state);
  }

  @Override
  public DocValuesProducer fieldsProducer(SegmentReadState state) throws IOException {
    return usual.fieldsProducer(state);
  }
}
