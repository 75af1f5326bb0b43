package eu.metacluster.discovery.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the index in this process, opened to be written. Damaged ones and those of another
 * format are thrown away.
 *
 * @param directory where they are
 * @param writer writes them
 */
record IndexFiles(Directory directory, IndexWriter writer) {

  /** Segments that are a larger part of the index than this have files of their own. */
  private static final double APART = 0.01;

  /** So much is gathered before it is written: smaller pieces have to be merged more often. */
  private static final int MEGABYTES = 128;

  private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

  /**
   * Opens those of a folder, or begins anew.
   *
   * @param retry whether files of no use are thrown away
   * @throws IOException when they cannot be used
   */
  static IndexFiles open(Path folder, boolean retry, SegmentMemory segments) throws IOException {
    IndexFiles files = usable(folder, segments);
    if (files == null && retry) {
      LOG.warn("The search index in {} cannot be used any more and is built again", folder);
      IOUtils.rm(folder);
      files = usable(folder, segments);
    }
    if (files == null) {
      throw new IOException("the search index in " + folder + " cannot be opened");
    }
    return files;
  }

  /** Null when what lies there is of no use. */
  private static @Nullable IndexFiles usable(Path folder, SegmentMemory segments)
      throws IOException {
    Directory directory = new LinesDirectory(FSDirectory.open(Files.createDirectories(folder)));
    try {
      if (DirectoryReader.indexExists(directory) && !ofThisFormat(directory)) {
        return null;
      }
      return new IndexFiles(directory, new IndexWriter(directory, configuration(segments)));
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | FileNotFoundException
        | NoSuchFileException
        | EOFException e) {
      return null;
    }
  }

  private static IndexWriterConfig configuration(SegmentMemory segments) {
    IndexWriterConfig config = new IndexWriterConfig(new WrittenWords());
    config.setRAMBufferSizeMB(MEGABYTES);
    config.setCodec(ReadOnce.codec());
    TieredMergePolicy merging = new TieredMergePolicy();
    merging.setNoCFSRatio(APART);
    merging.setForceMergeDeletesPctAllowed(0);
    config.setMergePolicy(merging);
    config.setMergedSegmentWarmer(segments::warm);
    return config;
  }

  private static boolean ofThisFormat(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      String format = reader.getIndexCommit().getUserData().get("format");
      return IndexFields.FORMAT.equals(format);
    }
  }

  /** The position in the journal that the files say they are at, 0 when they say none. */
  long position() {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        if (entry.getKey().equals("position")) {
          return Long.parseLong(entry.getValue());
        }
      }
    }
    return 0;
  }

  /** Says with the next commit that they are at this position. */
  void remember(long position) {
    writer.setLiveCommitData(
        Map.of("position", Long.toString(position), "format", IndexFields.FORMAT).entrySet());
  }
}
