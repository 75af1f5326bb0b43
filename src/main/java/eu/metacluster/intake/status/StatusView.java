package eu.metacluster.intake.status;

import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.screening.deciding.Criterion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a submission stands.
 *
 * @param stage waiting, asked, permission, refused, public, declined or withdrawn; key of a
 *     sentence
 * @param due until when a decision is promised, null when there is none to wait for
 * @param left working days until then, negative when it has passed
 * @param late whether that day has passed; on a weekend right after it no working day has
 * @param pause why the clock stands still, null while it runs
 * @param talk questions and answers, the earliest first
 * @param criterion of the decision, null when none was cited
 * @param decidedAt when the committee decided
 * @param path of the public page, null while there is none
 * @param known whether we still have the sender's address
 */
public record StatusView(
    String token,
    Submission given,
    String stage,
    @Nullable LocalDate due,
    int left,
    boolean late,
    @Nullable String pause,
    List<Said> talk,
    @Nullable Criterion criterion,
    @Nullable Instant decidedAt,
    @Nullable String path,
    boolean known) {

  /** Something said: by the committee when it asks, by the sender when they answer. */
  public record Said(boolean asks, String text, Instant at) {}

  /** Whether an answer is waited for. */
  public boolean asked() {
    return stage.equals("asked");
  }
}
