package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.discovery.Plot;
import eu.metacluster.discovery.index.RealDocuments.Both;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.OpenDocuments;
import eu.metacluster.grid.OpenRecords;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.grid.Records;
import eu.metacluster.grid.Sources;
import eu.metacluster.journal.Entry;
import eu.metacluster.support.ProductTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who repeats something of a record is written with it, also when writing failed in between. */
@ProductTest
class NeighboursOwedTests {

  @TempDir Path folder;

  @Autowired ApplicationContext product;
  @Autowired Records records;
  @Autowired RecordTexts texts;
  @Autowired Sources sources;
  @Autowired OpenRecords open;
  @Autowired OpenDocuments openDocuments;

  @Test
  void aFailureBetweenARecordAndItsNeighboursLosesNoNeighbour() throws IOException {
    String grant = Plot.number();
    String pic = Plot.number();
    Plot plot = new Plot(product);
    Finding lab = Plot.organisation(pic, "Laboratory " + pic, "BE", "BE100");
    plot.stated(lab, Plot.project(grant, Map.of(Field.TITLE, "A thing " + grant), List.of(lab)));
    plot.published(pic);
    GridRecord project = plot.published(grant);

    AtomicInteger writes = new AtomicInteger();
    try (GridIndex index = new GridIndex(folder, false)) {
      Engine failing = failing(index, writes);
      IndexFollower follower =
          new IndexFollower(
              failing, records, texts, sources, open, openDocuments, new Backlog(() -> 1));
      List<Entry> entries =
          List.of(new Entry(1, Instant.EPOCH, "grid.recordPublished", project.id(), null, "{}"));

      assertThatThrownBy(() -> follower.follow(entries)).isInstanceOf(UncheckedIOException.class);
      follower.follow(entries);

      assertThat(writes.get()).isEqualTo(4);
      index.show();
      assertThat(
              index.<Long>read(
                  view ->
                      view.count(
                          new TermQuery(new Term(IndexFields.HANDLE, plot.record(pic).handle())))))
          .isEqualTo(1);
    }
  }

  /** The index, whose second list of documents cannot be written. */
  private static Engine failing(GridIndex index, AtomicInteger writes) {
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, method, given) -> {
              if (method.getName().equals("put")
                  && given.length == 1
                  && writes.incrementAndGet() == 2) {
                throw new IOException("the disk is full");
              }
              try {
                return method.invoke(index, given);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void whatWasWrittenInPartIsNotKept() throws IOException {
    List<Both> real = RealDocuments.of(2);
    try (GridIndex index = new GridIndex(folder, false)) {
      put(index, real.getFirst());
      index.commitNowAndThen(7);
    }
    try (GridIndex index = new GridIndex(folder, false)) {
      put(index, real.getLast());
    }
    try (GridIndex index = new GridIndex(folder, false)) {
      assertThat(index.position()).isEqualTo(7);
      assertThat(index.<Long>read(view -> view.count(new MatchAllDocsQuery()))).isEqualTo(1);
    }
  }

  private static void put(GridIndex index, Both both) throws IOException {
    index.put(
        both.document().record().id(), IndexDocument.of(both.document(), both.projects()), false);
  }
}
