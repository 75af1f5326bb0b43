package eu.metacluster.harvest.cordis;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are cut off, lead elsewhere or swell. */
class ArchiveTests {

  @TempDir Path folder;

  private static final byte[] GOOD = xml("1");

  @Test
  void membersThatLeadOutAreIgnored() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : new String[] {"../2.xml", "/etc/3.xml", "a/../../4.xml", "C:\\5.xml"}) {
        entry(out, name, xml("2"));
      }
      entry(out, "inner.zip", new byte[10]);
      entry(out, "fine/1.xml", GOOD);
    }
    Recorder read = read(zip);
    assertThat(read.byKey(RecordKind.PROJECT)).containsOnlyKeys("1");
    assertThat(read.problems(Reason.PATH)).hasSize(4);
    assertThat(read.problems(Reason.NESTED)).hasSize(1);
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path tar = folder.resolve("a.tar.gz");
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(tar)))) {
      TarArchiveEntry link = new TarArchiveEntry("link.xml", TarArchiveEntry.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      out.putArchiveEntry(link);
      out.closeArchiveEntry();
      TarArchiveEntry good = new TarArchiveEntry("1.xml");
      good.setSize(GOOD.length);
      out.putArchiveEntry(good);
      out.write(GOOD);
      out.closeArchiveEntry();
    }
    Recorder read = read(tar);
    assertThat(read.byKey(RecordKind.PROJECT)).containsOnlyKeys("1");
    assertThat(read.problems(Reason.LINK)).hasSize(1);

    Path real = Files.createDirectories(folder.resolve("files"));
    Files.write(real.resolve("1.xml"), GOOD);
    Files.createSymbolicLink(real.resolve("2.xml"), Path.of("/etc/passwd"));
    assertThat(read(real).problems(Reason.LINK)).hasSize(1);
  }

  @Test
  void aBombStopsTheArchiveAndWhatCameBeforeStays() throws IOException {
    Path zip = folder.resolve("bomb.zip");
    byte[] zeros = new byte[1 << 20];
    Arrays.fill(zeros, (byte) ' ');
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      entry(out, "1.xml", GOOD);
      out.putNextEntry(new ZipEntry("2.xml"));
      for (int i = 0; i < 400; i++) {
        out.write(zeros);
      }
      out.closeEntry();
      entry(out, "3.xml", xml("3"));
    }
    Recorder read = read(zip);
    assertThat(read.byKey(RecordKind.PROJECT)).containsOnlyKeys("1");
    assertThat(read.problems(Reason.RATIO))
        .singleElement()
        .extracting("file")
        .isEqualTo("bomb.zip");
  }

  @Test
  void aTruncatedArchiveGivesWhatIsThere() throws IOException {
    for (String name : new String[] {"horizon-xml-sample.zip", "horizon-xml-20251206.tar.xz"}) {
      byte[] whole = Files.readAllBytes(SharedData.at("cordis/" + name));
      Path cut = folder.resolve(name);
      Files.write(cut, Arrays.copyOf(whole, whole.length / 20));
      Recorder read = read(cut);
      assertThat(read.problems(Reason.TRUNCATED)).as(name).isNotEmpty();
      assertThat(read.of(RecordKind.PROJECT)).as(name).hasSizeGreaterThan(10);
    }
  }

  @Test
  void aTruncatedCsvGivesItsWholeRows() throws IOException {
    byte[] whole = Files.readAllBytes(SharedData.at("cordis/horizon/project.csv.gz"));
    Files.write(folder.resolve("project.csv.gz"), Arrays.copyOf(whole, whole.length / 50));
    Recorder read = SmallBundle.read(folder);
    assertThat(read.problems(Reason.TRUNCATED)).hasSize(1);
    assertThat(read.of(RecordKind.PROJECT)).hasSizeGreaterThan(100);
    assertThat(read.problems(Reason.MALFORMED)).as("the row that was cut").hasSizeLessThan(2);
  }

  private static void entry(ZipOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    ((OutputStream) out).write(content);
    out.closeEntry();
  }

  private static byte[] xml(String id) {
    return ("<project><id>" + id + "</id><title>T" + id + "</title></project>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Recorder read(Path payload) throws IOException {
    Recorder recorder = new Recorder();
    new XmlConnector().read(payload, recorder);
    return recorder;
  }
}
