package eu.metacluster.harvest.cordis;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Finding.Partner;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Parses project files while the next ones are unpacked, and hands out what they say once all are
 * read. One chunk is parsed at a time, so the order of the files is kept.
 */
final class XmlProjects implements Closeable {

  private final Reading reading;
  private final Related related = new Related();
  private final Organisations organisations = new Organisations();
  private final Participations participations = new Participations();
  private final Projects projects = new Projects();
  private final Spool spool;
  private final ExecutorService parser = Executors.newSingleThreadExecutor();
  private Future<?> running = parser.submit(() -> {});

  XmlProjects(Reading reading) throws IOException {
    this.reading = reading;
    this.spool = new Spool(reading.scratch());
  }

  /** Takes a chunk of files; waits until the chunk before it is parsed. */
  void read(List<Reading.Small> files, List<Long> snapshots) throws IOException {
    await();
    running =
        parser.submit(
            () -> {
              for (int i = 0; i < files.size(); i++) {
                read(files.get(i), snapshots.get(i));
              }
              return null;
            });
  }

  private void await() throws IOException {
    try {
      running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private void read(Reading.Small file, long snapshot) throws IOException {
    try {
      XmlParser.Project project = XmlParser.parse(file.bytes());
      if (project == null) {
        reading.problem(Problem.of(file.name(), Reason.NOT_READ));
      } else {
        take(project, file.name(), new Locator(snapshot, 0, 0));
      }
    } catch (XmlParser.Unreadable e) {
      reading.problem(new Problem(file.name(), e.line(), null, e.getMessage(), e.reason()));
    }
  }

  private void take(XmlParser.Project project, String file, Locator at) throws IOException {
    Values values = values(project.cells(), new Place(file, 0, at));
    String id = values.name("id");
    if (!projects.first(id, values)) {
      return;
    }
    List<Partner> partners = new ArrayList<>();
    for (XmlParser.Row row : project.rows()) {
      Values cells = values(row.cells(), new Place(file, row.line(), at));
      switch (row.sheet()) {
        case LEGAL_BASIS -> related.programme(id, cells);
        case TOPIC -> related.call(id, cells);
        case SUBJECT -> related.subject(id, cells);
        case WEB_LINK -> related.link(id, cells);
        case ORGANISATION -> organisation(cells, partners);
        case PROJECT -> throw new IllegalStateException("a project within a project");
      }
    }
    spool.add(Projects.project(id, values, related.take(id), partners));
  }

  private void organisation(Values values, List<Partner> partners) {
    String pic = values.name("organisationID");
    if (pic.isEmpty()) {
      values.problem("organisationID", "", Reason.NO_ID);
      return;
    }
    String country = values.country("country");
    organisations.add(pic, values, country);
    partners.add(participations.partner(pic, values, country, partners.size() + 1));
  }

  private Values values(Map<String, String> cells, Place place) {
    return new Values(column -> cells.getOrDefault(column, ""), place, reading);
  }

  /**
   * Hands out programmes, calls, organisations and projects.
   *
   * @param bytes how many of the expected bytes this part of the work stands for
   */
  void handOut(long bytes) throws IOException {
    await();
    related.each(reading::found);
    long each = bytes / Math.max(1, organisations.size() + spool.count());
    Consumer<Finding> taker =
        finding -> {
          reading.found(finding);
          reading.advanced(each);
        };
    organisations.each(taker);
    spool.each(taker);
  }

  @Override
  public void close() throws IOException {
    parser.shutdownNow();
    parser.close();
    spool.close();
  }
}
