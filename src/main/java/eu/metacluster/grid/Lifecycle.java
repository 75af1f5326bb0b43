package eu.metacluster.grid;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The only way a record changes its state. Each call is one transaction (or joins the caller's) and
 * writes one journal entry per record.
 */
public interface Lifecycle {

  /** The criterion under which the starter set is public until it is removed. */
  String STARTER_SET = "starter-set";

  /**
   * Why a record changes its state.
   *
   * @param actor account of the person, null when time or a source did it
   * @param about the case or run it comes from, null when there is none
   * @param criterion key of the criterion cited, null where none applies
   */
  record Reason(@Nullable UUID actor, @Nullable UUID about, @Nullable String criterion) {}

  /**
   * Authorises candidates: they, the organisations that take part in them, and the calls and
   * programmes they name become public. "Checked on" is today.
   *
   * @param facets values the committee confirmed, by record: pillars, technologies and cancers
   *     become claims of the scientific committee
   */
  void publish(Collection<UUID> records, Map<UUID, List<Finding.Fact>> facets, Reason reason);

  /**
   * Authorises candidates that wait for their owner's permission before they are shown; the next
   * step is {@link #publish}, or back.
   *
   * @param facets as {@link #publish} takes them
   */
  void authorise(Collection<UUID> records, Map<UUID, List<Finding.Fact>> facets, Reason reason);

  /** Notes that a person proposed the record: it is decided on even if its kind usually is not. */
  void propose(UUID record);

  /** Moves one record to another state, with what that state says about it. */
  void move(UUID record, RecordState to, Reason reason);

  /** Takes an authorisation or a refusal back: the record is a candidate again. */
  void reopen(UUID record, Reason reason);

  /**
   * Merges one record into another of the same kind. No claim moves and no address is lost: the
   * merged record answers with its successor until {@link #unmerge}.
   *
   * @return id of the merge, for {@link #unmerge}
   */
  UUID merge(UUID from, UUID into, Reason reason);

  /** Undoes a merge: both records are as they were, with what they learnt since. */
  void unmerge(UUID merge, Reason reason);
}
