package eu.metacluster.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The least that reading the archive takes: unpack it and go over every XML event. */
final class StaxPeer {

  private static final XMLInputFactory FACTORY = new com.ctc.wstx.stax.WstxInputFactory();

  private StaxPeer() {}

  /** Seconds for one pass in one thread. */
  static double seconds(Path archive) throws IOException, XMLStreamException {
    long begin = System.nanoTime();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(file), 1 << 16), "UTF-8")) {
      long events = 0;
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile()) {
          events += events(tar.readAllBytes());
        }
      }
      if (events == 0) {
        throw new IOException(archive + " has no XML");
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static long events(byte[] xml) throws XMLStreamException {
    XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
    long events = 0;
    while (reader.hasNext()) {
      reader.next();
      events++;
    }
    reader.close();
    return events;
  }
}
