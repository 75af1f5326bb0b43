package eu.metacluster.discovery.areas;

import eu.metacluster.discovery.map.Box;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The regions as areas, when an administrator has loaded their boundaries, and who lives there. */
@Component
public class Areas {

  private static final Logger LOG = LoggerFactory.getLogger(Areas.class);
  private static final String BOUNDARIES = "boundaries";
  private static final String PEOPLE = "people";

  /** Nanoseconds after which a node looks whether another one has loaded a file. */
  private static final long LOOK_EVERY = 30_000_000_000L;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Journal journal;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile @Nullable Known known;

  Areas(JdbcClient jdbc, JdbcTemplate batches, Journal journal) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.journal = journal;
  }

  /**
   * The areas of one level.
   *
   * @param address of the file with their shapes, each under its code, and all under {@code all}
   * @param codes those that have a shape
   * @param notice to be shown with the map
   */
  public record Sheet(String address, Set<String> codes, String notice) {}

  private record Known(
      long lookedAt,
      @Nullable Loaded boundaries,
      @Nullable Loaded people,
      Map<Integer, Set<String>> codes,
      Map<String, Box> boxes,
      Inhabitants inhabitants) {}

  /** What was loaded for one of the two; empty when nothing was. */
  Optional<Loaded> boundaries() {
    return Optional.ofNullable(known().boundaries());
  }

  Optional<Loaded> people() {
    return Optional.ofNullable(known().people());
  }

  /** The areas of a level, 1 to 3; empty when no boundaries are loaded for it. */
  public Optional<Sheet> sheet(int level) {
    Known now = known();
    Loaded boundaries = now.boundaries();
    Set<String> codes = now.codes().getOrDefault(level, Set.of());
    return boundaries == null || codes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sheet(
                "/map/areas/" + level + ".svg?v=" + boundaries.digest(),
                codes,
                boundaries.notice()));
  }

  /** Where on the sheet a region is; empty when its boundaries are not loaded. */
  public Optional<Box> box(String code) {
    return Optional.ofNullable(known().boxes().get(code));
  }

  /** Changes whenever something else is loaded. */
  public long version() {
    Known now = known();
    return Objects.hash(digest(now.boundaries()), digest(now.people()));
  }

  private static String digest(@Nullable Loaded loaded) {
    return loaded == null ? "" : loaded.digest();
  }

  /** How many people live in countries and regions. */
  public Inhabitants inhabitants() {
    return known().inhabitants();
  }

  /** The shapes of a level, in the order of their codes. */
  List<Area> shapes(int level) {
    return jdbc.sql(
            "select code, level, name, path from discovery.area where level = :level order by code")
        .param("level", level)
        .query(
            (row, n) ->
                new Area(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)))
        .list();
  }

  /** The paths of the shapes of a level by code, for drawings that stand alone. */
  public Map<String, String> paths(int level) {
    return shapes(level).stream().collect(Collectors.toUnmodifiableMap(Area::code, Area::path));
  }

  /** What is known; no page waits for a look at what other nodes have loaded meanwhile. */
  private Known known() {
    Known now = known;
    if (now == null) {
      return look(null);
    }
    if (System.nanoTime() - now.lookedAt() > LOOK_EVERY && looking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("areas").start(() -> lookAgain(now));
    }
    return now;
  }

  private void lookAgain(Known now) {
    try {
      look(now);
    } catch (DataAccessException e) {
      LOG.warn("Whether other regions were loaded cannot be seen now", e);
    } finally {
      looking.set(false);
    }
  }

  private Known look(@Nullable Known now) {
    long time = System.nanoTime();
    Loaded boundaries = loaded(BOUNDARIES);
    Loaded people = loaded(PEOPLE);
    boolean same =
        now != null
            && digest(now.boundaries()).equals(digest(boundaries))
            && digest(now.people()).equals(digest(people));
    Known fresh =
        same && now != null
            ? new Known(time, boundaries, people, now.codes(), now.boxes(), now.inhabitants())
            : new Known(time, boundaries, people, codes(), boxes(), Inhabitants.with(counted()));
    known = fresh;
    return fresh;
  }

  private @Nullable Loaded loaded(String what) {
    return jdbc.sql(
            "select file, notice, digest, count, loaded_at from discovery.loaded where what = :what")
        .param("what", what)
        .query(
            (row, n) ->
                new Loaded(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getTimestamp(5).toInstant()))
        .optional()
        .orElse(null);
  }

  private Map<Integer, Set<String>> codes() {
    record At(int level, String code) {}
    return jdbc
        .sql("select level, code from discovery.area")
        .query((row, n) -> new At(row.getInt(1), row.getString(2)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                At::level, Collectors.mapping(At::code, Collectors.toUnmodifiableSet())));
  }

  private Map<String, Box> boxes() {
    Map<String, Box> boxes = new HashMap<>();
    jdbc.sql("select code, path from discovery.area where level > 0")
        .query(
            row -> {
              String code = row.getString(1);
              Box.of(row.getString(2)).ifPresent(box -> boxes.put(code, box));
            });
    return boxes;
  }

  private List<PeopleFile.People> counted() {
    return jdbc.sql("select code, year, number from discovery.people_of")
        .query((row, n) -> new PeopleFile.People(row.getString(1), row.getInt(2), row.getLong(3)))
        .list();
  }

  /**
   * Takes the place of all boundaries that there are.
   *
   * @param notice what the licence wants to be shown with every map
   */
  @Transactional
  public int loadBoundaries(UUID actor, String file, String notice, InputStream content) {
    List<Area> areas = AreaFile.read(content);
    jdbc.sql("delete from discovery.area").update();
    batches.batchUpdate(
        "insert into discovery.area (code, level, name, path) values (?, ?, ?, ?)",
        areas,
        500,
        (statement, area) -> {
          statement.setString(1, area.code());
          statement.setInt(2, area.level());
          statement.setString(3, area.name());
          statement.setString(4, area.path());
        });
    noted(actor, BOUNDARIES, new Loaded(file, notice, token(), areas.size(), Instant.now()));
    return areas.size();
  }

  /** Takes the place of all numbers of inhabitants that were loaded. */
  @Transactional
  public int loadPeople(UUID actor, String file, InputStream content) {
    List<PeopleFile.People> people = PeopleFile.read(content);
    jdbc.sql("delete from discovery.people_of").update();
    batches.batchUpdate(
        "insert into discovery.people_of (code, year, number) values (?, ?, ?)",
        people,
        500,
        (statement, one) -> {
          statement.setString(1, one.code());
          statement.setInt(2, one.year());
          statement.setLong(3, one.number());
        });
    noted(actor, PEOPLE, new Loaded(file, "", token(), people.size(), Instant.now()));
    return people.size();
  }

  /** Takes away what was loaded; countries are drawn as before. */
  @Transactional
  public void forget(UUID actor, String what) {
    String table = what.equals(BOUNDARIES) ? "discovery.area" : "discovery.people_of";
    jdbc.sql("delete from " + table).update();
    int gone =
        jdbc.sql("delete from discovery.loaded where what = :what").param("what", what).update();
    if (gone > 0) {
      journal.append(new NewEntry("discovery.areas-removed", null, actor, Map.of("what", what)));
    }
    known = null;
  }

  private void noted(UUID actor, String what, Loaded loaded) {
    jdbc.sql(
            """
            insert into discovery.loaded (what, file, notice, digest, count)
            values (:what, :file, :notice, :digest, :count)
            on conflict (what) do update set file = excluded.file, notice = excluded.notice,
              digest = excluded.digest, count = excluded.count, loaded_at = now()""")
        .param("what", what)
        .param("file", loaded.file())
        .param("notice", loaded.notice())
        .param("digest", loaded.digest())
        .param("count", loaded.count())
        .update();
    journal.append(
        new NewEntry(
            "discovery.areas-loaded", null, actor, Map.of("what", what, "count", loaded.count())));
    known = null;
  }

  private static String token() {
    byte[] bytes = new byte[8];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
