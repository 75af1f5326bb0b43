package eu.metacluster.opendata.dumps;

import com.jerolba.carpet.CarpetWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** A Parquet file of rows of one record type; one group of rows is in memory at a time. */
final class ParquetFile<R extends Record> implements TableFile {

  private static final long GROUP = 16L << 20;

  private final Class<R> type;
  private final CarpetWriter<R> writer;

  ParquetFile(Path file, Class<R> type) throws IOException {
    this.type = type;
    this.writer =
        new CarpetWriter.Builder<>(new BufferedOutputStream(Files.newOutputStream(file)), type)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(GROUP)
            .build();
  }

  @Override
  public void add(Record row) throws IOException {
    writer.write(type.cast(row));
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
