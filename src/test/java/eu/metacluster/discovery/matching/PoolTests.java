package eu.metacluster.discovery.matching;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.search.Alike;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoolTests {

  private final Piece first = piece("Exhaled droplets", "Zebrafish avatars of glioma.");
  private final Piece second = piece("Rye bread", "Yeast strains for bakeries.");
  private final Piece near = piece("Glioma", "Zebrafish avatars grown under lamps at harbours.");
  private final Piece far = piece("Lamps", "Lamps at harbours and piers.");

  private record Unknown() implements Alike {

    @Override
    public long documents() {
      return 100;
    }

    @Override
    public Map<String, Long> frequencies(Collection<String> stems) {
      return Map.of();
    }

    @Override
    public List<String> alike(Collection<String> stems, RecordKind kind, int most) {
      return List.of();
    }
  }

  /** Partners are looked for among all projects, those that are asked with too. */
  @Test
  void aDocumentThatIsACandidateIsNotItsOwnCompany() {
    float[] without = pool(near, far).likenesses();
    float[] with = pool(near, far, first, second).likenesses();

    assertThat(without[1]).as("by the company of the first").isPositive();
    assertThat(with[1]).isCloseTo(without[1], Offset.offset(1e-5f));
  }

  @Test
  void whereNothingIsFoundNothingIsNear() {
    assertThat(pool().likenesses()).isEmpty();
  }

  private Pool pool(Piece... candidates) {
    List<Piece> pieces = List.of(candidates);
    Subject subject = new Subject(null, List.of(first, second), none(2), Set.of());
    return new Pool(
        subject,
        pieces.stream().map(PoolTests::project).toList(),
        pieces,
        none(2 + pieces.size()),
        new Frequencies(new Unknown()));
  }

  private static List<float @Nullable []> none(int many) {
    return new ArrayList<>(Collections.nCopies(many, null));
  }

  private static Piece piece(String title, String text) {
    return new Piece(UUID.randomUUID().toString(), title, text);
  }

  private static GridRecord project(Piece piece) {
    return new GridRecord(
        UUID.fromString(piece.id()),
        RecordKind.PROJECT,
        piece.id(),
        RecordState.PUBLISHED,
        null,
        piece.title(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        null,
        false);
  }
}
