package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.store.BufferedIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read and not mapped is the same, for any number of threads, interrupted or not. */
class LinesDirectoryTests {

  private static final String FILE = "_0.fdt";
  private static final int SIZE = 100_000;

  @TempDir Path folder;

  private final byte[] written = new byte[SIZE];
  private LinesDirectory directory;

  @BeforeEach
  void write() throws IOException {
    new Random(5).nextBytes(written);
    directory = new LinesDirectory(FSDirectory.open(folder));
    try (IndexOutput out = directory.createOutput(FILE, IOContext.DEFAULT)) {
      out.writeBytes(written, SIZE);
    }
  }

  @AfterEach
  void close() throws IOException {
    directory.close();
  }

  private byte[] read(IndexInput input, int from, int size) throws IOException {
    byte[] read = new byte[size];
    input.seek(from);
    input.readBytes(read, 0, size);
    return read;
  }

  private byte[] wanted(int from, int size) {
    return Arrays.copyOfRange(written, from, from + size);
  }

  @Test
  void anInterruptedThreadTakesNothingAway() throws IOException {
    try (IndexInput input = directory.openInput(FILE, IOContext.DEFAULT)) {
      Thread.currentThread().interrupt();
      assertThat(read(input, 7, 9_000)).isEqualTo(wanted(7, 9_000));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(read(input.clone(), 50_000, 3)).isEqualTo(wanted(50_000, 3));
    }
  }

  @Test
  void columnsOfAnIndexThatAreReadOnceAreNotMapped() throws IOException {
    Directory index = new LinesDirectory(FSDirectory.open(folder.resolve("index")));
    IndexWriterConfig config = new IndexWriterConfig().setCodec(ReadOnce.codec());
    config.setUseCompoundFile(false);
    try (index;
        IndexWriter writer = new IndexWriter(index, config)) {
      Document document = new Document();
      document.add(new BinaryDocValuesField(IndexFields.WHERE, new BytesRef("here")));
      document.add(new NumericDocValuesField(IndexFields.CONTRIBUTION, 7));
      writer.addDocument(document);
      writer.commit();
      List<String> columns =
          Arrays.stream(index.listAll()).filter(name -> name.endsWith(".dvd")).toList();
      assertThat(columns).hasSize(2).filteredOn(ReadOnce::holds).hasSize(1);
      for (String file : columns) {
        assertThat(mapped(index, file)).as(file).isNotEqualTo(ReadOnce.holds(file));
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        BinaryDocValues where = MultiDocValues.getBinaryValues(reader, IndexFields.WHERE);
        assertThat(where).isNotNull();
        assertThat(where.advanceExact(0)).isTrue();
        assertThat(where.binaryValue().utf8ToString()).isEqualTo("here");
      }
    }
  }

  private static boolean mapped(Directory index, String file) throws IOException {
    try (IndexInput input = index.openInput(file, IOContext.DEFAULT)) {
      return !(input instanceof BufferedIndexInput);
    }
  }

  @Test
  void aPieceEndsWhereItEnds() throws IOException {
    try (IndexInput input = directory.openInput(FILE, IOContext.DEFAULT)) {
      IndexInput piece = input.slice("piece", 10_000, 50_000);
      IndexInput inner = piece.slice("inner", 49_990, 10);
      assertThat(inner.length()).isEqualTo(10);
      assertThat(read(inner, 3, 7)).isEqualTo(wanted(59_993, 7));
      assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(inner, 3, 8));
      assertThatIllegalArgumentException().isThrownBy(() -> piece.slice("outer", 49_990, 11));
      assertThatIllegalArgumentException().isThrownBy(() -> piece.slice("outer", -1, 2));
    }
  }

  @Test
  void piecesAndCopiesAreReadByManyAtOnce() throws Exception {
    try (IndexInput input = directory.openInput(FILE, IOContext.DEFAULT);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      IndexInput piece = input.slice("piece", 10_000, 50_000);
      Callable<Boolean> reading =
          () -> {
            IndexInput own = piece.clone();
            Random random = new Random();
            for (int i = 0; i < 2_000; i++) {
              int from = random.nextInt(40_000);
              int size = random.nextInt(10_000);
              if (!Arrays.equals(read(own, from, size), wanted(10_000 + from, size))) {
                return false;
              }
            }
            return true;
          };
      for (var done : threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> reading).toList())) {
        assertThat(done.get()).isTrue();
      }
    }
  }

  @Test
  void thereIsNothingAfterTheEnd() throws IOException {
    try (IndexInput input = directory.openInput(FILE, IOContext.DEFAULT)) {
      assertThat(input.length()).isEqualTo(SIZE);
      assertThat(read(input, SIZE - 5, 5)).isEqualTo(wanted(SIZE - 5, 5));
      assertThatExceptionOfType(EOFException.class).isThrownBy(input::readByte);
      assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(input, SIZE - 5, 6));
    }
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> directory.openInput("_1.fdt", IOContext.DEFAULT));
  }
}
