package eu.metacluster.discovery.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankingsTests {

  private static final Offset<Float> CLOSE = Offset.offset(1e-5f);

  @Test
  void severalDocumentsThatAreNearCountForMoreThanOneThatIsVeryNear() {
    float one = Rankings.profile(new float[] {2.0f, 0.0f, 0.0f});
    float several = Rankings.profile(new float[] {0.6f, 0.6f, 0.6f});

    assertThat(several).isGreaterThan(one);
    assertThat(Rankings.square(Rankings.profile(new float[] {0.7f}))).isCloseTo(0.7f, CLOSE);
    assertThat(Rankings.square(Rankings.root(-0.3f))).isCloseTo(-0.3f, CLOSE);
    assertThat(Rankings.profile(new float[0])).isZero();
  }

  @Test
  void oneGrantForOneSaysLessOfPartnersThanAConsortium() {
    List<List<String>> taking =
        List.of(
            List.of("alone"), List.of("a", "b", "c", "d"), List.of("far", "away", "and", "off"));

    Map<String, Double> votes =
        Rankings.votes(new float[] {1f, 1f, 0.1f}, taking, Map.of("nobody", 3));

    assertThat(votes.get("a")).isGreaterThan(votes.getOrDefault("alone", 9.0));
    assertThat(votes.get("far")).isLessThan(votes.getOrDefault("alone", 0.0) / 50);
    assertThat(votes.get("nobody")).isBetween(0.0, 0.02);
  }

  /** Two documents share no word with the text, but one of them has a neighbour that does. */
  @Test
  void aDocumentSpeaksTogetherWithWhatIsNearestToIt() {
    float[] toDocument = {0f, 0.9f, 0.3f, -0.2f};
    Company company = Company.of(toDocument, 0);

    assertThat(company.nearest()).containsExactly(1, 2);
    float near = company.near(new float[] {0f, 0.8f, 0f, 1f}, 0, 3);
    assertThat(near).isCloseTo(0.3f * 0.75f * 0.8f / 1.3f, CLOSE);
    Company none = Company.of(new float[] {3f, 0f}, 0);
    assertThat(none.near(new float[] {0.5f, 1f}, 0, 1)).isEqualTo(0.5f);
  }

  /** A text is wholly like itself, which says nothing of the document whose company it is. */
  @Test
  void nobodySpeaksForItself() {
    Company company = Company.of(new float[] {0f, 0.01f, 0.01f}, 0);

    assertThat(company.near(new float[] {0f, 3.25f, 0.1f}, 0, 1))
        .isCloseTo(0.3f * 0.5f * 0.1f / 1.3f, CLOSE);
    assertThat(Company.of(new float[] {0f, 0.01f}, 0).near(new float[] {0.01f, 3.25f}, 0, 1))
        .isCloseTo(0.01f, CLOSE);
  }

  @Test
  void atMostFiveSpeakBeside() {
    float[] all = new float[20];
    java.util.Arrays.fill(all, 0.5f);
    assertThat(Company.of(all, 3).places()).hasSize(5).doesNotContain(3);
  }

  /** A title that is wholly found in a text is nearer than one of which a part occurs often. */
  @Test
  void ofATitleItCountsHowMuchOfItIsFound() {
    Piece asked =
        new Piece("q", "Rare tumours", "Rare tumours, and tests in blood of children. ".repeat(9));
    Piece whole = new Piece("t1", "Tests in blood of children", "");
    Piece part = new Piece("t2", "Rare tumours, rare tumours and harbour logistics", "");
    Texts texts = texts(asked, whole, part);

    assertThat(asked.brief()).isFalse();
    assertThat(whole.brief()).isTrue();
    assertThat(texts.between(0, 1).covered()).isCloseTo(1f, CLOSE);
    assertThat(texts.between(1, 0).covered()).isCloseTo(1f, CLOSE);
    assertThat(texts.between(0, 2).covered()).isBetween(0.05f, 0.8f);
    assertThat(texts.between(0, 0).covered()).isZero();
  }

  /** What an empty text or one of little words alone is near to is nothing, not an error. */
  @Test
  void aTextWithoutWordsIsNearToNothing() {
    Texts texts = texts(new Piece("a", "", ""), new Piece("b", "of the and", ""), longer());

    for (int i = 0; i < 2; i++) {
      assertThat(texts.between(i, 2).joint()).isZero();
    }
  }

  private static Piece longer() {
    return new Piece("c", "Glioma", "Zebrafish avatars of glioma. ".repeat(20));
  }

  private static Texts texts(Piece... pieces) {
    List<float @Nullable []> none = new ArrayList<>(Collections.nCopies(pieces.length, null));
    return Texts.of(Stream.of(pieces).toList(), none);
  }
}
