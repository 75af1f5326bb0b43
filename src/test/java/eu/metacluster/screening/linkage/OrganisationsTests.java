package eu.metacluster.screening.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.shared.CountryCodes;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class OrganisationsTests {

  private static final Organisations REGISTER = new Organisations(entries());

  private static List<Organisation> entries() {
    List<Organisation> entries = new ArrayList<>();
    entries.add(
        entry(
            "p",
            "University of Patras",
            "Πανεπιστήμιο Πατρών",
            "UPAT",
            "GR",
            "Patras",
            "https://www.upatras.gr"));
    entries.add(
        entry(
            "c",
            "Centre for Research and Technology Hellas",
            "",
            "CERTH",
            "GR",
            "Thessaloniki",
            "http://www.certh.gr"));
    entries.add(
        entry("w", "University of Warwick", "", "", "GB", "Coventry", "https://warwick.ac.uk"));
    entries.add(
        entry(
            "v",
            "University of Vienna",
            "Universität Wien",
            "UNIVIE",
            "AT",
            "Vienna",
            "https://www.univie.ac.at"));
    entries.add(
        entry(
            "k",
            "Kazan Federal University",
            "Казанский федеральный университет",
            "KFU",
            "RU",
            "Kazan",
            "https://kpfu.ru"));
    entries.add(
        entry("j", "Institut Jules Bordet", "", "IJB", "BE", "Brussels", "https://www.bordet.be"));
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      String town = "Town" + (char) ('a' + i % 26) + random.nextInt(1000);
      entries.add(entry("t" + i, "University of " + town, "", "", "US", town, ""));
    }
    return entries;
  }

  private static Organisation entry(
      String id,
      String name,
      String other,
      String acronym,
      String country,
      String city,
      String web) {
    return new Organisation(
        id,
        name,
        other.isEmpty() ? List.of() : List.of(other),
        acronym.isEmpty() ? List.of() : List.of(acronym),
        List.of("education"),
        true,
        country,
        city,
        web,
        List.of());
  }

  private static String link(Mention mention) {
    return REGISTER.link(mention).map(link -> link.organisation().id()).orElse("none");
  }

  @Test
  void namesAreFoundInOtherLanguagesAndScripts() {
    assertThat(link(Mention.participant("UNIVERSITAET WIEN", "UNIVIE", "AT", "WIEN", "")))
        .isEqualTo("v");
    assertThat(link(Mention.participant("Казанский федеральный университет", "", "RU", "", "")))
        .isEqualTo("k");
  }

  @Test
  void theUnionsOwnCodesOfGreeceAndBritainAreUnderstood() {
    assertThat(CountryCodes.iso("EL")).isEqualTo("GR");
    assertThat(CountryCodes.iso("uk")).isEqualTo("GB");
    assertThat(
            link(
                Mention.participant(
                    "PANEPISTIMIO PATRON", "UPAT", "EL", "RIO PATRAS", "http://www.upatras.gr")))
        .isEqualTo("p");
    assertThat(link(Mention.participant("THE UNIVERSITY OF WARWICK", "", "UK", "COVENTRY", "")))
        .isEqualTo("w");
  }

  @Test
  void departmentsLeadToTheirUniversity() {
    assertThat(link(Mention.line("Department of Statistics, University of Warwick, Coventry, UK")))
        .isEqualTo("w");
  }

  @Test
  void whatIsNotInTheRegisterIsLinkedToNothing() {
    assertThat(link(Mention.participant("MEYER WERFT GmbH", "MEYER WERFT", "DE", "Papenburg", "")))
        .isEqualTo("none");
    assertThat(link(Mention.line("Harbin Boiler Company Limited"))).isEqualTo("none");
    assertThat(link(Mention.line(""))).isEqualTo("none");
    assertThat(link(Mention.line("\0\1 , ; ,"))).isEqualTo("none");
    assertThat(link(Mention.line("x".repeat(1 << 20)))).isEqualTo("none");
    assertThat(link(Mention.participant("", "", "", "", ""))).isEqualTo("none");
  }

  @Test
  void aLinkHasItsReasons() {
    Optional<OrganisationLink> link =
        REGISTER.link(
            Mention.participant(
                "INSTITUT JULES BORDET", "IJB", "BE", "BRUXELLES", "http://www.bordet.be"));

    assertThat(link).isPresent();
    assertThat(link.orElseThrow().probability()).isBetween(0.5, 1.0);
    assertThat(link.orElseThrow().reasons())
        .extracting(Agreement::column)
        .contains("name", "country", "website", "acronym");
  }

  @Test
  void theCountryBehindANameIsNoPartOfIt() {
    assertThat(Countries.bare("Canon (Japan)", "JP")).isEqualTo("Canon");
    assertThat(Countries.bare("Canon (Japan)", "US")).isEqualTo("Canon (Japan)");
    assertThat(Countries.bare("University of Science (Guangzhou)", "CN"))
        .isEqualTo("University of Science (Guangzhou)");
    assertThat(Countries.bare("(Japan)", "JP")).isEqualTo("(Japan)");
  }

  @Test
  void whatIsLeftOfALineTellsAnotherPlaceAndAGrant() {
    Register register = new Register(entries());
    Candidate here = candidate(register, "University of Patras, Patras, Greece");
    Candidate grant = candidate(register, "Funding Programme of the University of Patras");
    Candidate elsewhere = candidate(register, "University of Patras, Vienna");

    assertThat(here.get(Features.LEFT)).isZero();
    assertThat(here.get(Features.ELSEWHERE)).isZero();
    assertThat(grant.get(Features.GRANT)).isEqualTo(1);
    assertThat(grant.get(Features.SHARE_LEFT)).isBetween(0.2, 0.9);
    assertThat(elsewhere.get(Features.ELSEWHERE)).isEqualTo(1);
  }

  private static Candidate candidate(Register register, String line) {
    return new Lookup(register, Mention.line(line))
        .candidates().stream()
            .filter(one -> "p".equals(register.at(one.place).id()))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void countriesAndDomainsAreReadFromText() {
    assertThat(Countries.in("Institute of Physics, Czech Academy, Prague, Czech Republic"))
        .isEqualTo("CZ");
    assertThat(Countries.in("Somewhere")).isEmpty();
    assertThat(WebDomain.of("https://www.physics.ox.ac.uk/people?id=1")).isEqualTo("ox.ac.uk");
    assertThat(WebDomain.of("http://www.uni-graz.at:80")).isEqualTo("uni-graz.at");
    assertThat(WebDomain.of("nonsense")).isEmpty();
  }

  @Test
  void boostedTreesLearnWhatNoSingleFeatureTells() {
    Random random = new Random(2);
    double[][] rows = new double[2_000][2];
    boolean[] match = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          new double[] {
            random.nextDouble(), random.nextInt(10) == 0 ? Double.NaN : random.nextDouble()
          };
      match[i] = rows[i][0] > 0.5 == rows[i][1] > 0.5;
    }
    Trees trees = TreeFitting.fit(rows, match);

    assertThat(trees.odds(new double[] {0.9, 0.9}, new double[2])).isGreaterThan(1);
    assertThat(trees.odds(new double[] {0.9, 0.1}, new double[2])).isLessThan(-1);
  }

  @Test
  void damagedWeightsAreRefused() {
    Assertions.assertThatThrownBy(
            () ->
                Trees.read(new DataInputStream(new ByteArrayInputStream(new byte[] {0, 0, 0, 9}))))
        .isInstanceOf(IOException.class);
  }
}
