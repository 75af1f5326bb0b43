package eu.metacluster.harvest.openaire;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.wire.Dates;
import eu.metacluster.harvest.wire.Names;
import eu.metacluster.harvest.wire.Prose;
import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * A funded project. Who takes part is named without any registry's number, so participations stay
 * in the snapshot; so do contact persons, by rule.
 */
final class OafProject implements Oaf {

  private final Facts facts = new Facts();
  private String code = "";
  private String call = "";
  private Funding funding = new Funding();

  private OafProject() {}

  static OafProject read(Xml xml) throws IOException {
    OafProject project = new OafProject();
    while (xml.child()) {
      project.element(xml);
    }
    project.settle();
    return project;
  }

  private void element(Xml xml) throws IOException {
    switch (xml.name()) {
      case "code" -> code = Prose.name(xml.text());
      case "acronym" -> facts.add(Field.ACRONYM, Prose.line(xml.text()));
      case "title" -> facts.add(Field.TITLE, Prose.line(xml.text()));
      case "summary" -> facts.add(Field.SUMMARY, Prose.text(xml.text()));
      case "startdate" -> facts.add(Field.START_DATE, Dates.iso(xml.text()));
      case "enddate" -> facts.add(Field.END_DATE, Dates.iso(xml.text()));
      case "duration" -> number(Field.DURATION, xml.text());
      case "keywords" -> facts.add(Field.KEYWORDS, Prose.unwrapped(xml.text()));
      case "callidentifier" -> call = Prose.name(xml.text());
      case "websiteurl" -> facts.add(Field.URL, Names.address(xml.text()));
      case "subjects" -> {
        facts.add(Field.SUBJECT, Prose.line(xml.attribute("classname")));
        xml.skip();
      }
      case "contracttype" -> {
        String scheme = Prose.name(xml.attribute("classid"));
        facts.add(Field.SCHEME, scheme.equals("UNKNOWN") ? "" : scheme);
        xml.skip();
      }
      case "fundingtree" -> funding = Funding.tree(xml);
      default -> xml.skip();
    }
  }

  private void number(Field field, String text) {
    if (text.matches("[0-9]{1,4}")) {
      facts.add(field, new BigDecimal(text));
    }
  }

  private void settle() {
    facts.add(Field.FUNDER, funding.name());
    if (funding.union() && code.matches("[0-9]{6,9}")) {
      facts.add(Field.FRAMEWORK, funding.framework());
      facts.add(Field.MASTER_CALL, call);
      facts.add(Field.GRANT, code);
      facts.identify(Scheme.GRANT, code);
    } else {
      facts.add(Field.DETAIL, code.isEmpty() ? "" : "Grant: " + code);
    }
  }

  @Override
  public boolean titled() {
    return !facts.lacks(Field.TITLE);
  }

  @Override
  public Finding sealed(String key, Locator at) {
    return facts.sealed(RecordKind.PROJECT, key, at);
  }
}
