package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.Neighbours.Previous;
import eu.metacluster.discovery.index.OpenSearchServer.Away;
import eu.metacluster.shared.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The index on a server. The position in the journal lies in it as well, written with the documents
 * it belongs to: when somebody throws the index away, it is built again. Its name is that of an
 * alias, so that an empty one takes the place of a full one in one moment.
 */
final class OpenSearchIndex implements Engine {

  private static final Logger LOG = LoggerFactory.getLogger(OpenSearchIndex.class);

  /** The document with the position. */
  private static final String JOURNAL = "journal";

  /**
   * Comes after the record's id in the name of a document that no page shows, see {@link Sight}.
   */
  private static final String APART = "~";

  private static final int MOST_BYTES = 4 << 20;
  private static final int PIECE = 500;

  /** Says in the document with the position that a purge is not done. */
  private static final String PURGING = "purging";

  private static final String SEQ = "seq";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final OpenSearchServer server;
  private final String name;
  private final Lead lead;
  private final OpenSearchOwner owner;
  private final OpenSearchPurge purge;
  private final AtomicLong generation = new AtomicLong(1);
  private final AtomicLong shown = new AtomicLong();
  private final AtomicBoolean away = new AtomicBoolean();
  private volatile OpenSearchView.Remembered remembered = new OpenSearchView.Remembered(-1);

  /** What the writing thread has not sent yet. */
  private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();

  private final Set<UUID> unsentRecords = new HashSet<>();

  /** Whether readers are to see what is sent next. */
  private boolean showing;

  /** How far this node knows the index to be. */
  private long reached;

  /** Whether this node wrote it last. */
  private boolean led;

  OpenSearchIndex(OpenSearchServer server, String name) {
    this(server, name, Lead.ALONE, () -> "");
  }

  /**
   * @param lead which of the nodes that share it writes it
   * @param self see {@link OpenSearchOwner}
   */
  OpenSearchIndex(OpenSearchServer server, String name, Lead lead, Supplier<String> self) {
    this.lead = lead;
    this.server = server;
    this.name = name;
    this.owner = new OpenSearchOwner(server, name, self);
    this.purge = new OpenSearchPurge(server, name);
  }

  @Override
  public long position() throws IOException {
    discard();
    led = lead.held();
    if (!owner.ofThisFormat()) {
      if (led) {
        LOG.info("The index {} on {} is built from the start", name, server.address());
        empty();
      }
      reached = 0;
      return 0;
    }
    JsonNode position = kept();
    if (led && position.path(PURGING).asBoolean(false)) {
      purge.begin();
    }
    reached = position.path(SEQ).asLong(0);
    return reached;
  }

  private JsonNode kept() throws IOException {
    return server
        .ask("GET", "/" + name + "/_doc/" + JOURNAL, null)
        .path("_source")
        .path(OpenSearchShape.POSITION);
  }

  /**
   * {@inheritDoc} The node that leads looks first whether the index is as far as it left it, or as
   * the one that led before: when somebody emptied it, it is written from there.
   */
  @Override
  public boolean written(long position) throws IOException {
    if (byAnother(position)) {
      reached = position;
      generation.incrementAndGet();
      return true;
    }
    if (!owner.claimed() || kept().path(SEQ).asLong(0) < reached) {
      throw new Away("the index " + name + " is not as it was left", null);
    }
    led = true;
    return false;
  }

  /** Waits until another node has written so far; false when this one leads. */
  private boolean byAnother(long position) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!lead.held()) {
      led = false;
      if (kept().path(SEQ).asLong(0) >= position) {
        return true;
      }
      if (System.nanoTime() > end) {
        throw new Away("the node that writes the index " + name + " is not so far yet", null);
      }
      pause();
    }
    return false;
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another node was waited for");
    }
  }

  @Override
  public Map<UUID, Previous> previous(Collection<UUID> ids) throws IOException {
    if (!Collections.disjoint(unsentRecords, ids)) {
      send();
    }
    Map<UUID, Previous> found = new HashMap<>();
    List<UUID> left = List.copyOf(ids);
    for (int from = 0; from < left.size(); from += PIECE) {
      previous(left.subList(from, Math.min(from + PIECE, left.size())), found);
    }
    return found;
  }

  private void previous(List<UUID> ids, Map<UUID, Previous> found) throws IOException {
    JsonNode answer =
        server.ask(
            "POST",
            "/" + name + "/_mget?_source_includes=" + IndexFields.TRACE + "," + IndexFields.WHERE,
            Map.of("ids", ids));
    for (JsonNode document : answer.path("docs")) {
      JsonNode kept = document.path("_source");
      if (document.path("found").asBoolean(false) && kept.has(IndexFields.TRACE)) {
        found.put(
            UUID.fromString(document.path("_id").asString()),
            new Previous(true, kept.path(IndexFields.TRACE).asLong(), partners(kept)));
      }
    }
  }

  private static Set<UUID> partners(JsonNode kept) {
    Set<UUID> partners = new HashSet<>();
    if (kept.has(IndexFields.WHERE)) {
      Places.read(
          OpenSearchDocument.bytes(kept.path(IndexFields.WHERE).asString()),
          place -> partners.add(place.organisation()));
    }
    return partners;
  }

  @Override
  public void put(UUID id, Document document, boolean known) throws IOException {
    write(id.toString(), document);
    if (known) {
      delete(id + APART);
    }
    written(id);
  }

  @Override
  public void put(UUID id, List<Document> documents) throws IOException {
    write(id.toString(), documents.getFirst());
    if (documents.size() > 1) {
      write(id + APART, documents.getLast());
    } else {
      delete(id + APART);
    }
    written(id);
  }

  @Override
  public void remove(UUID id) throws IOException {
    delete(id.toString());
    delete(id + APART);
    written(id);
  }

  /** The id of the record that a document is of. */
  static String record(String document) {
    return document.endsWith(APART) ? document.substring(0, document.length() - 1) : document;
  }

  private void write(String id, Document document) throws IOException {
    line(Map.of("index", Map.of("_id", id)));
    line(OpenSearchDocument.of(document));
  }

  private void delete(String id) throws IOException {
    line(Map.of("delete", Map.of("_id", id)));
  }

  private void line(Map<String, Object> line) throws IOException {
    unsent.write(OpenSearchServer.line(line).getBytes(StandardCharsets.UTF_8));
  }

  private void written(UUID id) throws IOException {
    unsentRecords.add(id);
    if (unsent.size() >= MOST_BYTES) {
      send();
    }
  }

  /** Sends what was written. What the server does not take is written again from the journal. */
  private void send() throws IOException {
    byte[] lines = unsent.toByteArray();
    discard();
    if (lines.length == 0) {
      return;
    }
    JsonNode answer = server.lines("/" + name + "/_bulk?require_alias=true", lines);
    if (answer.path("errors").asBoolean(false) || !answer.has("items")) {
      for (JsonNode item : answer.path("items")) {
        JsonNode error = item.path(0).path("error");
        for (JsonNode done : item) {
          error = done.path("error");
        }
        if (!error.isMissingNode()) {
          throw new IOException("a document was not taken: " + error);
        }
      }
      throw new IOException("the index " + name + " is not there any more");
    }
  }

  private void discard() {
    unsent.reset();
    unsentRecords.clear();
  }

  /** {@inheritDoc} That is when it was sent, with {@link #commitNowAndThen}. */
  @Override
  public void show() {
    showing = unsent.size() > 0;
    if (!showing) {
      generation.incrementAndGet();
    }
  }

  @Override
  public void commitNowAndThen(long position) throws IOException {
    line(Map.of("index", Map.of("_id", JOURNAL)));
    line(Map.of(OpenSearchShape.POSITION, Map.of(SEQ, position, PURGING, purge.going())));
    send();
    reached = position;
    if (showing) {
      generation.incrementAndGet();
      showing = false;
    }
  }

  @Override
  public void purge(long position) throws IOException {
    purge.begin();
    show();
    commitNowAndThen(position);
  }

  /** {@inheritDoc} Of several nodes the one does that leads; the others are asked to as well. */
  @Override
  public void empty() throws IOException {
    discard();
    reached = 0;
    if (!lead.held()) {
      return;
    }
    owner.ofThisFormat();
    String fresh = name + "-" + Long.toString(System.currentTimeMillis(), 36);
    server.ask("PUT", "/" + fresh, OpenSearchShape.of(owner.meta()));
    List<Object> actions = new ArrayList<>();
    JsonNode before = server.ask("GET", "/_alias/" + name, null);
    if (!before.has("error")) {
      before.propertyNames().forEach(old -> actions.add(remove(old)));
    } else if (!server.ask("GET", "/" + name + "/_mapping", null).has("error")) {
      actions.add(remove(name));
    }
    actions.add(Map.of("add", Map.of("index", fresh, "alias", name)));
    server.ask("POST", "/_aliases", Map.of("actions", actions));
    generation.incrementAndGet();
  }

  private static Map<String, Object> remove(String index) {
    return Map.of("remove_index", Map.of("index", index));
  }

  @Override
  public long generation() {
    return generation.get();
  }

  @Override
  public <T> T read(Reading<T> reading) {
    try {
      owner.check();
      long wanted = refreshed();
      T found = reading.with(new OpenSearchView(server, name, remembered(wanted)));
      if (away.compareAndSet(true, false)) {
        LOG.info("The search server {} answers again", server.address());
      }
      return found;
    } catch (Away e) {
      if (away.compareAndSet(false, true)) {
        LOG.warn("The search server is away: {}", e.getMessage());
      }
      throw new Refusal(Refusal.Kind.AWAY, "MC-1690", "discovery.refused.searchAway");
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be read", e);
    }
  }

  /** The generation that readers see now. */
  private long refreshed() throws IOException {
    long wanted = generation.get();
    if (shown.get() < wanted) {
      server.ask("POST", "/" + name + "/_refresh?ignore_unavailable=true", null);
      shown.accumulateAndGet(wanted, Math::max);
    }
    return wanted;
  }

  /** What was counted at this state of the index. */
  private OpenSearchView.Remembered remembered(long now) {
    OpenSearchView.Remembered known = remembered;
    if (known.generation() != now) {
      known = new OpenSearchView.Remembered(now);
      remembered = known;
    }
    return known;
  }

  @Override
  public void close() {
    lead.close();
    server.close();
  }
}
