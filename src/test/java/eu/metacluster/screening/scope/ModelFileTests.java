package eu.metacluster.screening.scope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ModelFileTests {

  @Test
  void theShippedModelIsSmall() throws IOException {
    assertThat(shipped()).hasSizeLessThan(1_500_000);
  }

  @Test
  void writingWhatWasReadGivesTheSameScores() throws IOException {
    ScopeModel model = ScopeModel.load();
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    ModelFile.write(model, copy);
    ScopeText text =
        ScopeText.of("Immunotherapy of melanoma", "Patients are stratified by neoantigens.");

    ScopeModel again = ScopeModel.load(new ByteArrayInputStream(copy.toByteArray()));

    assertThat(again.score(text).core()).isCloseTo(model.score(text).core(), within(1e-3));
  }

  @Test
  void aFileThatIsNoModelIsRefused() {
    refuses("MC-1552", new byte[0]);
    refuses("MC-1552", "id;title;objective;and more".getBytes(UTF_8));
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    byte[] bytes = shipped();
    bytes[7] = 99;
    refuses("MC-1553", bytes);
  }

  @Test
  void aTruncatedOrChangedFileIsRefused() throws IOException {
    byte[] bytes = shipped();
    refuses("MC-1554", Arrays.copyOf(bytes, bytes.length - 1));
    refuses("MC-1554", Arrays.copyOf(bytes, 30));
    bytes[bytes.length / 2] ^= 1;
    refuses("MC-1554", bytes);
  }

  private static void refuses(String code, byte[] bytes) {
    assertThatExceptionOfType(ScopeModelException.class)
        .isThrownBy(() -> ScopeModel.load(new ByteArrayInputStream(bytes)))
        .withMessageStartingWith(code)
        .withMessageEndingWith(".")
        .returns(code, ScopeModelException::code);
  }

  private static byte[] shipped() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ScopeModel.class.getResourceAsStream("scope-model.bin"))) {
      return in.readAllBytes();
    }
  }
}
