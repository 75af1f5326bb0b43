package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.RealDocuments.Both;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordDocument;
import eu.metacluster.grid.RecordDocument.PartnerLine;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * As many records as wanted, made of the real ones: projects with half the title, the acronym and
 * the sentences of some, and with as many partners as one of them; organisations with half the
 * names of two, where one of them is. There are as many organisations for each project as in
 * reality. The same number is always the same record.
 */
final class ManyDocuments {

  private static final int SEED = 42;
  private static final int HUNDRED = 100;

  /** Of a hundred records so many are projects, as in the real export. */
  private static final int PROJECTS = 37;

  private final List<Both> projects = new ArrayList<>();
  private final List<Both> organisations = new ArrayList<>();
  private final List<String[]> sentences = new ArrayList<>();
  private final Map<String, Integer> known = new HashMap<>();
  private final List<PartnerLine> lines = new ArrayList<>();
  private final int size;
  private final int most;

  private ManyDocuments(List<Both> real, int size) {
    this.size = size;
    for (Both both : real) {
      boolean project = both.document().record().kind() == RecordKind.PROJECT;
      (project ? projects : organisations).add(both);
      if (project) {
        String text = both.document().text().summary();
        sentences.add((text == null ? "" : text).split("(?<=[.;:!?])\\s+", -1));
        lines.addAll(both.document().partners());
      } else {
        known.put(both.document().record().handle(), organisations.size() - 1);
      }
    }
    most = organisations(size);
  }

  static ManyDocuments of(int size) throws IOException {
    return new ManyDocuments(RealDocuments.of(Integer.MAX_VALUE), size);
  }

  int size() {
    return size;
  }

  private static int organisations(int size) {
    return size / HUNDRED * (HUNDRED - PROJECTS) + Math.max(0, size % HUNDRED - PROJECTS);
  }

  /** The record with this number, from 0. */
  Both at(int number) {
    int place = number % HUNDRED;
    return place < PROJECTS
        ? project(number)
        : organisation(number / HUNDRED * (HUNDRED - PROJECTS) + place - PROJECTS);
  }

  private static SplittableRandom random(int what, int number) {
    return new SplittableRandom((((long) what * SEED) << 32) | number);
  }

  static UUID id(int what, int number) {
    SplittableRandom random = random(what, number);
    return new UUID(random.nextLong(), random.nextLong());
  }

  private Both project(int number) {
    SplittableRandom random = random(1, number);
    int one = random.nextInt(projects.size());
    Both model = projects.get(one);
    int other = random.nextInt(projects.size());
    GridRecord half = projects.get(other).document().record();
    GridRecord real = model.document().record();
    String title = halves(real.title(), half.title(), " ");
    String acronym = halves(real.label(), half.label(), "");
    UUID id = id(1, number);
    List<PartnerLine> partners = new ArrayList<>();
    for (PartnerLine line : model.document().partners()) {
      partners.add(partner(line, random));
    }
    RecordText text =
        new RecordText(
            id,
            RecordKind.PROJECT,
            title,
            acronym,
            text(one, other, random.nextInt(projects.size())),
            projects.get(other).document().text().keywords());
    GridRecord made = Recast.of(real, id, "p" + number, title, acronym);
    return new Both(
        document(model.document(), made, text, partners, Scheme.GRANT, number), List.of());
  }

  /** As many sentences as the first has, of all three. */
  private String text(int... of) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences.get(of[0]).length; i++) {
      String[] from = sentences.get(of[i % of.length]);
      text.append(from[i % from.length]).append(' ');
    }
    return text.toString();
  }

  /** The role and the money of this line, somebody else from another. */
  private PartnerLine partner(PartnerLine line, SplittableRandom random) {
    PartnerLine who = lines.get(random.nextInt(lines.size()));
    int real = known.getOrDefault(who.handle(), 0);
    int copies = Math.max(1, (most - real + organisations.size() - 1) / organisations.size());
    int number = real + organisations.size() * random.nextInt(copies);
    return new PartnerLine(
        id(2, number),
        RecordKind.ORGANISATION,
        name(number),
        "o" + number,
        line.role(),
        who.country(),
        who.nuts(),
        who.latitude(),
        who.longitude(),
        line.contribution(),
        false,
        line.state());
  }

  private String name(int number) {
    String name = organisations.get(number % organisations.size()).document().record().title();
    if (number < organisations.size()) {
      return name;
    }
    int other = random(3, number).nextInt(organisations.size());
    return halves(name, organisations.get(other).document().record().title(), " ");
  }

  private Both organisation(int number) {
    Both model = organisations.get(number % organisations.size());
    UUID id = id(2, number);
    String name = name(number);
    GridRecord made = Recast.of(model.document().record(), id, "o" + number, name, null);
    RecordText text = new RecordText(id, RecordKind.ORGANISATION, name, null, null, null);
    return new Both(
        document(model.document(), made, text, List.of(), Scheme.PIC, number), model.projects());
  }

  private static RecordDocument document(
      RecordDocument model,
      GridRecord made,
      RecordText text,
      List<PartnerLine> partners,
      Scheme scheme,
      int number) {
    return new RecordDocument(
        made,
        text,
        model.region(),
        partners,
        List.of(Identifier.of(scheme, String.valueOf(900_000_000 + number))),
        model.names(),
        model.subjects(),
        model.sources(),
        model.facts());
  }

  private static String halves(String one, String other, String between) {
    String[] first = one.split(between.isEmpty() ? "(?!^)" : " ", -1);
    String[] second = other.split(between.isEmpty() ? "(?!^)" : " ", -1);
    List<String> made = new ArrayList<>();
    made.addAll(List.of(first).subList(0, (first.length + 1) / 2));
    made.addAll(List.of(second).subList(second.length / 2, second.length));
    return String.join(between, made);
  }

  /** A record that is another but for its names. */
  private static final class Recast {
    private Recast() {}

    static GridRecord of(
        GridRecord r, UUID id, String handle, String title, @Nullable String acronym) {
      return new GridRecord(
          id,
          r.kind(),
          handle,
          r.state(),
          null,
          title,
          acronym,
          r.status(),
          r.startDate(),
          r.endDate(),
          r.totalCost(),
          r.contribution(),
          r.framework(),
          r.scheme(),
          r.programmes(),
          r.calls(),
          r.activity(),
          r.city(),
          r.country(),
          r.nuts(),
          r.latitude(),
          r.longitude(),
          r.pillars(),
          r.technologies(),
          r.cancers(),
          r.createdAt(),
          r.changedAt(),
          r.publishedAt(),
          r.checkedOn(),
          r.revalidateOn(),
          r.proposed());
    }
  }
}
