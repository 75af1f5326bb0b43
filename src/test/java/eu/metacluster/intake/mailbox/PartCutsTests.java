package eu.metacluster.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a mail looks like: cut in one pass it has the parts that the library finds. */
class PartCutsTests {

  private static final Session SESSION = Session.getInstance(new Properties());
  private static final int MOST = 100;

  private static MimeMessage mail(String boundary, String body) throws Exception {
    String head = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=" + boundary;
    byte[] bytes = (head + "\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1);
    return new MimeMessage(SESSION, new SharedByteArrayInputStream(bytes));
  }

  private static List<String> ours(Part whole) throws Exception {
    List<String> said = new ArrayList<>();
    for (Part part : PartCuts.of(whole, MOST)) {
      said.add(said(part, PartCuts.content(part, 1 << 20)));
    }
    return said;
  }

  private static List<String> theirs(MimeMessage whole) throws Exception {
    List<String> said = new ArrayList<>();
    if (whole.getContent() instanceof Multipart many) {
      for (int i = 0; i < many.getCount(); i++) {
        Part part = many.getBodyPart(i);
        said.add(said(part, part.getInputStream().readAllBytes()));
      }
    }
    return said;
  }

  private static String said(Part part, byte[] bytes) throws Exception {
    return part.getContentType() + "|" + new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--b\r\nContent-Type: text/plain\r\n\r\none\r\n--b\r\n\r\ntwo\r\n\r\n--b--\r\nafter",
        "before\r\n--b  \r\n\r\none\r\n--b\t\r\n\r\ntwo\r\n--b--",
        "--b\n\none\n--b\n\ntwo\n--b--\n",
        "--b\r\n\r\none\r\n--bb\r\n\r\nstill one\r\n--b--\r\n",
        "--b\r\n\r\none --b in it\r\n --b\r\n--b--\r\n",
        "--b\r\n\r\n\r\n--b\r\n\r\n--b--\r\n",
        "--b\r\n\r\nnever ended",
        "--b\r\n\r\none\r\n--b\r\n\r\nnever ended",
        "--b\r\n\r\none\r\n--b--\r\n--b\r\n\r\nafter the end\r\n--b--\r\n",
        "--b\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8=\r\n--b--\r\n",
        "--b\r\nContent-Transfer-Encoding: BASE64\r\n\r\nSGVs bG-8\r\nh\r\n\r\n--b--\r\n",
        "--b\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8=SGVsbG8=\r\n--b--\r\n",
        "--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=48ello=\r\n!\r\n--b--\r\n",
        "--b\r\nContent-Transfer-Encoding: base64\r\n\r\n\r\n--b--\r\n",
      })
  void aMailHasThePartsThatTheLibraryFinds(String body) throws Exception {
    assertThat(ours(mail("b", body))).isNotEmpty().isEqualTo(theirs(mail("b", body)));
  }

  @Test
  void partsMadeOfAnythingStayWhatTheyAre() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      StringBuilder body = new StringBuilder();
      List<byte[]> sent = new ArrayList<>();
      for (int part = 0; part <= random.nextInt(4); part++) {
        byte[] bytes = new byte[random.nextInt(5_000)];
        random.nextBytes(bytes);
        sent.add(bytes);
        body.append("--=_x.9\r\nContent-Transfer-Encoding: base64\r\n\r\n")
            .append(Base64.getMimeEncoder().encodeToString(bytes))
            .append("\r\n");
      }
      body.append("--=_x.9--\r\n");
      List<Part> parts = PartCuts.of(mail("\"=_x.9\"", body.toString()), MOST);
      assertThat(parts).hasSameSizeAs(sent);
      for (int i = 0; i < sent.size(); i++) {
        assertThat(PartCuts.content(parts.get(i), 1 << 20)).isEqualTo(sent.get(i));
      }
    }
  }

  @Test
  void noMorePartsAreCutThanAreWanted() throws Exception {
    String body = "--b\r\n\r\nx\r\n".repeat(500) + "--b--\r\n";
    assertThat(PartCuts.of(mail("b", body), 61)).hasSize(61);
  }

  @Test
  void aMailWithoutABoundaryIsLeftToTheLibrary() throws Exception {
    String text = "Content-Type: multipart/mixed\r\n\r\n--b\r\n\r\none\r\n--b--\r\n";
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    MimeMessage shared = new MimeMessage(SESSION, new SharedByteArrayInputStream(bytes));
    MimeMessage plain = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
    assertThat(ours(shared)).hasSize(1).isEqualTo(theirs(plain));
  }
}
