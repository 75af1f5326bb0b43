package eu.metacluster.harvest.zenodo;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.wire.Json;
import eu.metacluster.harvest.wire.Names;
import eu.metacluster.harvest.wire.Prose;
import eu.metacluster.harvest.wire.Work;

/** One deposit in its newest version; all its versions have the same key. */
final class Deposit {

  private final Json hit;
  private final Json meta;

  Deposit(Json hit) {
    this.hit = hit;
    this.meta = hit.at("metadata");
  }

  /** The number that all versions share. */
  String key() {
    String concept = hit.text("conceptrecid");
    return Prose.name(concept.isEmpty() ? hit.text("id") : concept);
  }

  boolean titled() {
    return !meta.text("title").isEmpty();
  }

  Finding finding(Locator at) {
    Work work = new Work();
    work.title(meta.text("title"));
    work.doi(hit.text("doi"));
    work.doi(meta.text("doi"));
    work.alsoDoi(hit.text("conceptdoi"));
    work.published(meta.text("publication_date"));
    work.summary(meta.text("description"));
    meta.list("creators").forEach(creator -> work.author(creator.text("name")));
    meta.texts("keywords").forEach(work::keyword);
    meta.list("subjects").forEach(subject -> work.keyword(subject.text("term")));
    context(work);
    licence(work);
    grants(work);
    String type = meta.text("resource_type", "type");
    work.sort(meta.text("resource_type", "subtype"));
    work.sort(type);
    RecordKind kind = type.equals("lesson") ? RecordKind.TRAINING : RecordKind.OUTPUT;
    return work.sealed(kind, key(), at);
  }

  private void context(Work work) {
    work.language(meta.text("language"));
    work.container(meta.text("journal", "title"));
    work.publisher(meta.text("imprint", "publisher"));
    work.detail("Access", meta.text("access_right"));
    work.detail("Version", meta.text("version"));
    work.address(hit.text("links", "self_html"));
  }

  private void licence(Work work) {
    String id = meta.text("license", "id");
    work.licence(id.isEmpty() ? meta.text("license") : id);
  }

  private void grants(Work work) {
    for (Json grant : meta.list("grants")) {
      Json funder = grant.at("funder");
      work.grant(Names.grant(funder.text("doi") + ' ' + funder.text("name"), grant.text("code")));
    }
  }
}
